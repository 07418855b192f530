using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>Puts a specification and its input into one system of cells.</summary>
internal sealed class SystemBuilder
{
    private readonly ContingencySpec _spec;
    private readonly ContingencyRecords _records;
    private readonly List<InputFault> _faults = [];
    private readonly Dictionary<string, VariableTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<CellReference, int[]> _references = new(ReferenceEqualityComparer.Instance);
    private string[] _used = [];
    private CellGrid _grid = null!;

    private SystemBuilder(ContingencySpec spec, ContingencyRecords records)
    {
        _spec = spec;
        _records = records;
    }

    /// <param name="spec">What is asked for.</param>
    /// <param name="records">The input.</param>
    /// <param name="hierarchies">Rows of hierarchy files by variable.</param>
    /// <returns>The system, or every fault of the input.</returns>
    public static (ContingencySystem? System, IReadOnlyList<InputFault> Faults) Build(
        ContingencySpec spec, ContingencyRecords records, IReadOnlyDictionary<string, IReadOnlyList<string[]>> hierarchies)
    {
        var builder = new SystemBuilder(spec, records);
        try
        {
            var system = builder.Build(hierarchies);
            return builder._faults.Count > 0 ? (null, builder._faults) : (system, []);
        }
        catch (OverflowException)
        {
            return (null, [new InputFault(InputFaultKind.Overflow, "", 1)]);
        }
    }

    private ContingencySystem? Build(IReadOnlyDictionary<string, IReadOnlyList<string[]>> hierarchies)
    {
        foreach (var variable in _spec.Variables)
        {
            if (variable.Name is "period" or "value" or "status" or "Total")
            {
                Fault(InputFaultKind.ReservedName, variable.Name);
            }

            if (VariableTree.Build(variable, _records, hierarchies.GetValueOrDefault(variable.Name), _faults) is { } tree)
            {
                _trees.Add(variable.Name, tree);
            }
        }

        if (_faults.Count > 0 || !CheckCodes())
        {
            return null;
        }

        _used = [.. _spec.Variables.Select(v => v.Name).Where(IsUsed)];
        GridVariable[] variables = [.. _used.Select(v => new GridVariable(_trees[v].Leaves.Length, SetsOf(v), DifferencesOf(v)))];
        if (CellGrid.ColumnsOf(variables) > CellGrid.Limit)
        {
            Fault(InputFaultKind.TooLarge, string.Join(", ", _used));
            return null;
        }

        _grid = new CellGrid(variables);
        ContingencyTable[] tables = [.. _spec.Tables.Select(Print)];
        var open = _spec.Open.SelectMany(c => CellsOf(c, isPrinted: true)).ToHashSet();
        var impossible = _spec.StructuralZeros.SelectMany(c => CellsOf(c, isPrinted: false)).Concat(_spec.Links.SelectMany(LinkedCells)).ToHashSet();
        var external = _spec.External.Select(e => (Figure: e, Cells: CellsOf(e.Cell, isPrinted: false))).ToArray();
        var primaries = _spec.Rules.Primary.Select(p => (Primary: p, Cells: CellsOf(p.Cell, isPrinted: true))).ToArray();
        if (_faults.Count > 0)
        {
            return null;
        }

        var columns = Columns();
        var attributes = Attributes(tables, _grid.Sum(columns)).ToArray();
        var values = _grid.Sum(columns);
        var printed = new bool[values.Length];
        foreach (var cell in tables.SelectMany(t => t.Cells))
        {
            printed[cell] = true;
        }

        var rules = new RuleReading(_spec);
        var rooms = new AttackerRooms(_grid, values, printed, _spec);
        rooms.Forbid(impossible, _faults);
        foreach (var (figure, cells) in external)
        {
            rooms.Know(cells, rules.Scaled(figure.Low), rules.Scaled(figure.High), figure.Cell.Path, _faults);
        }

        foreach (var cell in open)
        {
            rooms.Open[cell] = true;
        }

        return new ContingencySystem
        {
            Grid = _grid,
            Trees = [.. _used.Select(u => _trees[u])],
            Tables = tables,
            References = _references,
            Values = values,
            IsPrinted = printed,
            IsOpen = rooms.Open,
            RoomDown = rooms.Down,
            RoomUp = rooms.Up,
            Costs = rules.Costs(values, tables),
            Requirements = [.. rules.Requirements(values, printed, primaries.SelectMany(p => p.Cells.Select(c => (c, rules.Scaled(p.Primary.Lower) ?? 0, rules.Scaled(p.Primary.Upper) ?? 0)))), .. attributes],
        };
    }

    private bool IsUsed(string variable) =>
        _spec.Tables.Any(t => t.By.Contains(variable, StringComparer.Ordinal) || t.Where.ContainsKey(variable))
        || _spec.Links.Any(l => variable == l.If.Variable || variable == l.Then.Variable)
        || _spec.StructuralZeros.Concat(_spec.External.Select(e => e.Cell)).Any(c => c.Codes.ContainsKey(variable));

    private bool CheckCodes()
    {
        foreach (var (t, table) in _spec.Tables.Index())
        {
            foreach (var (variable, codes) in table.Where)
            {
                Require(codes.All(c => _trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, $"tables[{t}].where.{variable}");
            }

            foreach (var (variable, levels) in table.Levels)
            {
                Require(levels.All(l => _trees[variable].Level(l).Any()), InputFaultKind.LevelUnknown, $"tables[{t}].levels.{variable}");
            }
        }

        foreach (var cell in _spec.Open.Concat(_spec.StructuralZeros).Concat(_spec.External.Select(e => e.Cell)).Concat(_spec.Rules.Primary.Select(p => p.Cell)))
        {
            foreach (var (variable, code) in cell.Codes)
            {
                Require(code is "Total" || _trees[variable].Find(code) is not null, InputFaultKind.CodeUnknown, $"{cell.Path}.{variable}");
            }
        }

        foreach (var link in _spec.Links)
        {
            foreach (var (variable, codes) in new[] { link.If, link.Then })
            {
                Require(codes.All(c => _trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, link.Path);
            }
        }

        foreach (var (variable, factors) in _spec.Rules.Weights)
        {
            Require(factors.Keys.All(c => c is "Total" || _trees[variable].Find(c) is not null), InputFaultKind.CodeUnknown, $"rules.weights.{variable}");
        }

        return _faults.Count == 0;
    }

    /// <summary>Every set of leaves that some cell asks for.</summary>
    private IEnumerable<int[]> SetsOf(string variable)
    {
        foreach (var table in _spec.Tables)
        {
            if (table.Where.ContainsKey(variable))
            {
                yield return Restriction(table, variable);
            }

            if (table.By.Contains(variable, StringComparer.Ordinal))
            {
                foreach (var (_, leaves) in Shown(table, variable))
                {
                    yield return leaves;
                }
            }
        }

        foreach (var code in _spec.StructuralZeros.Concat(_spec.External.Select(e => e.Cell)).Concat(_spec.Open).Concat(_spec.Rules.Primary.Select(p => p.Cell))
            .Select(c => c.Codes.GetValueOrDefault(variable)))
        {
            if (code is not null and not "Total")
            {
                yield return _trees[variable].Find(code)!.Leaves;
            }
        }
    }

    /// <summary>What rules speak of besides: a category without a part of it, and the sides of links.</summary>
    private IEnumerable<int[]> DifferencesOf(string variable)
    {
        if (_spec.Rules.Kappa >= 0 && _trees[variable].Spec.Role == VariableSpecRole.Sensitive)
        {
            foreach (var table in _spec.Tables.Where(t => t.By.Contains(variable, StringComparer.Ordinal)))
            {
                var sets = Shown(table, variable).Select(s => s.Leaves).ToArray();
                foreach (var (whole, part) in sets.SelectMany(_ => sets, (w, p) => (w, p)).Where(x => x.p.Length < x.w.Length && x.p.All(x.w.Contains)))
                {
                    yield return [.. whole.Except(part)];
                }
            }
        }

        foreach (var (of, codes) in _spec.Links.SelectMany(l => new[] { l.If, l.Then }).Where(s => s.Variable == variable))
        {
            var inside = codes.SelectMany(c => _trees[of].Find(c)!.Leaves).Distinct().Order().ToArray();
            yield return inside;
            if (inside.Length < _trees[of].Leaves.Length)
            {
                yield return [.. _trees[of].Whole.Except(inside)];
            }
        }
    }

    /// <summary>The combinations that a link declares impossible.</summary>
    private IEnumerable<int> LinkedCells(LinkSpec link)
    {
        var cells = new List<int>();
        Forbid(link.If, isInside: true, link.Then, isOtherInside: false);
        if (link.IsBoth)
        {
            Forbid(link.If, isInside: false, link.Then, isOtherInside: true);
        }

        return cells;

        void Forbid((string Variable, IReadOnlyList<string> Codes) one, bool isInside, (string Variable, IReadOnlyList<string> Codes) other, bool isOtherInside)
        {
            var (first, second) = (SideOf(one, isInside), SideOf(other, isOtherInside));
            if (first.Length > 0 && second.Length > 0)
            {
                cells.Add(_grid.Cell([.. _used.Select((v, i) => v == one.Variable ? _grid.Variables[i].Node(first) : v == other.Variable ? _grid.Variables[i].Node(second) : _grid.Variables[i].Whole)]));
            }
        }

        int[] SideOf((string Variable, IReadOnlyList<string> Codes) side, bool isInside)
        {
            var inside = side.Codes.SelectMany(c => _trees[side.Variable].Find(c)!.Leaves).Distinct().Order().ToArray();
            return isInside ? inside : [.. _trees[side.Variable].Whole.Except(inside)];
        }
    }

    /// <summary>R3: groups of which at most kappa lie outside one category of a sensitive variable. What must stay possible is said of those outside.</summary>
    private IEnumerable<Requirement> Attributes(ContingencyTable[] tables, long[] values)
    {
        if (_spec.Rules.Kappa < 0)
        {
            yield break;
        }

        var seen = new HashSet<int>();
        foreach (var table in tables)
        {
            foreach (var (b, name) in table.Spec.By.Index().Where(b => _trees[b.Item].Spec.Role == VariableSpecRole.Sensitive).ToArray())
            {
                var variable = Array.IndexOf(_used, name);
                var sets = table.Leaves[b].Select(l => l.ToHashSet()).ToArray();
                for (var whole = 0; whole < table.Cells.Length; whole++)
                {
                    foreach (var (part, category) in table.Along(whole, b))
                    {
                        var outside = values[table.Cells[whole]] - values[table.Cells[part]];
                        var of = table.CategoryAt(whole, b);
                        if (values[table.Cells[whole]] < 1 || outside > _spec.Rules.Kappa || !sets[category].IsProperSubsetOf(sets[of]))
                        {
                            continue;
                        }

                        var nodes = _grid.NodesOf(table.Cells[whole]);
                        nodes[variable] = _grid.Variables[variable].Node([.. table.Leaves[b][of].Except(table.Leaves[b][category])]);
                        if (_grid.Cell(nodes) is var cell && seen.Add(cell))
                        {
                            yield return new Requirement(cell, 0, _spec.Rules.Kappa + 1 + _spec.Rules.Slack - outside, 1);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Leaves a table is restricted to.</summary>
    private int[] Restriction(TableSpec table, string variable) => table.Where.TryGetValue(variable, out var codes)
        ? [.. codes.SelectMany(c => _trees[variable].Find(c)!.Leaves).Distinct().Order()]
        : _trees[variable].Whole;

    /// <summary>Categories a table shows of a variable, in ordinal order of codes, Total last.</summary>
    private IEnumerable<(string Code, int[] Leaves)> Shown(TableSpec table, string variable)
    {
        var tree = _trees[variable];
        var allowed = Restriction(table, variable).ToHashSet();
        var nodes = table.Levels.TryGetValue(variable, out var levels) ? levels.SelectMany(tree.Level).Distinct() : tree.Nodes;
        foreach (var node in nodes.Where(n => n.Leaves.All(allowed.Contains)).OrderBy(n => n.Code, StringComparer.Ordinal))
        {
            yield return (node.Code, node.Leaves);
        }

        if (!table.NoTotal.Contains(variable, StringComparer.Ordinal))
        {
            yield return ("Total", [.. allowed.Order()]);
        }
    }

    private ContingencyTable Print(TableSpec table)
    {
        var shown = table.By.Select(v => Shown(table, v).ToArray()).ToArray();
        var positions = table.By.Select(v => Array.IndexOf(_used, v)).ToArray();
        var nodes = _used.Select((v, i) => _grid.Variables[i].Node(Restriction(table, v))).ToArray();
        var cells = new int[shown.Aggregate(1, (product, s) => checked(product * s.Length))];
        var ids = shown.Select((s, i) => s.Select(c => _grid.Variables[positions[i]].Node(c.Leaves)).ToArray()).ToArray();
        for (var c = 0; c < cells.Length; c++)
        {
            var rest = c;
            for (var i = shown.Length - 1; i >= 0; i--)
            {
                nodes[positions[i]] = ids[i][rest % ids[i].Length];
                rest /= ids[i].Length;
            }

            cells[c] = _grid.Cell(nodes);
        }

        return new ContingencyTable(
            table,
            [.. shown.Select(s => s.Select(c => c.Code).ToArray())],
            [.. shown.Select(s => s.Select(c => c.Leaves).ToArray())],
            [.. _used.Select(v => Restriction(table, v))],
            cells);
    }

    /// <summary>The cells that a reference means: in its table, or in every table that shows all its variables. A fact about something that nobody prints is a cell too.</summary>
    private int[] CellsOf(CellReference reference, bool isPrinted)
    {
        var cells = new SortedSet<int>();
        var tables = _spec.Tables.Where(t => reference.Table is null || string.Equals(t.Id, reference.Table, StringComparison.Ordinal));
        foreach (var table in tables.Where(t => reference.Codes.Keys.All(v => t.By.Contains(v, StringComparer.Ordinal))))
        {
            var isShown = table.By.All(v => Shown(table, v).Any(s => string.Equals(s.Code, reference.Codes.GetValueOrDefault(v, "Total"), StringComparison.Ordinal)));
            if (isShown || !isPrinted)
            {
                cells.Add(CellOf(reference, v => Restriction(table, v)));
            }
        }

        if (cells.Count == 0 && !isPrinted)
        {
            cells.Add(CellOf(reference, v => _trees[v].Whole));
        }

        Require(cells.Count > 0, InputFaultKind.CodeUnknown, reference.Path);
        return _references[reference] = [.. cells];
    }

    private int CellOf(CellReference reference, Func<string, int[]> total) => _grid.Cell([.. _used.Select((v, i) => _grid.Variables[i].Node(
        reference.Codes.TryGetValue(v, out var code) && code is not "Total" ? _trees[v].Find(code)!.Leaves : total(v)))]);

    private long[] Columns()
    {
        var values = new long[_grid.Columns];
        var columns = _used.Select(_records.ColumnOf).ToArray();
        var classes = _used.Select((v, i) =>
        {
            var position = _trees[v].Leaves.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
            return _records.Values[columns[i]].Select(text => position.TryGetValue(text, out var leaf) ? _grid.Variables[i].ClassOfLeaf[leaf] : -1).ToArray();
        }).ToArray();
        for (var row = 0; row < _records.Weights.Count; row++)
        {
            var column = 0L;
            for (var v = 0; v < columns.Length; v++)
            {
                column = (column * _grid.Variables[v].Classes) + classes[v][_records.Codes[columns[v]][row]];
            }

            values[column] = checked(values[column] + _records.Weights[row]);
        }

        return values;
    }

    private void Fault(InputFaultKind kind, string where) => _faults.Add(new InputFault(kind, where, 1));

    private void Require(bool holds, InputFaultKind kind, string where)
    {
        if (!holds)
        {
            Fault(kind, where);
        }
    }
}
