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
        GridVariable[] variables = [.. _used.Select(v => new GridVariable(_trees[v].Leaves.Length, SetsOf(v)))];
        if (CellGrid.ColumnsOf(variables) > CellGrid.Limit)
        {
            Fault(InputFaultKind.TooLarge, string.Join(", ", _used));
            return null;
        }

        _grid = new CellGrid(variables);
        ContingencyTable[] tables = [.. _spec.Tables.Select(Print)];
        var open = _spec.Open.SelectMany(c => CellsOf(c, isPrinted: true)).ToHashSet();
        var impossible = _spec.StructuralZeros.SelectMany(c => CellsOf(c, isPrinted: false)).ToHashSet();
        var external = _spec.External.Select(e => (Figure: e, Cells: CellsOf(e.Cell, isPrinted: false))).ToArray();
        var primaries = _spec.Rules.Primary.Select(p => (Primary: p, Cells: CellsOf(p.Cell, isPrinted: true))).ToArray();
        if (_faults.Count > 0)
        {
            return null;
        }

        var values = _grid.Sum(Columns());
        var printed = new bool[values.Length];
        foreach (var cell in tables.SelectMany(t => t.Cells))
        {
            printed[cell] = true;
        }

        var rooms = new AttackerRooms(_grid, values, printed, _spec);
        rooms.Forbid(impossible, _faults);
        foreach (var (figure, cells) in external)
        {
            rooms.Know(cells, Scaled(figure.Low), Scaled(figure.High), figure.Cell.Path, _faults);
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
            Costs = Costs(values, tables),
            Requirements = [.. RequirementsOf(values, printed, primaries.SelectMany(p => p.Cells.Select(c => (c, Scaled(p.Primary.Lower) ?? 0, Scaled(p.Primary.Upper) ?? 0))))],
        };
    }

    private bool IsUsed(string variable) =>
        _spec.Tables.Any(t => t.By.Contains(variable, StringComparer.Ordinal) || t.Where.ContainsKey(variable))
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

    private double[] Costs(long[] values, IReadOnlyList<ContingencyTable> tables)
    {
        var unit = (double)Scaled(1)!.Value;
        var costs = values.Select(v => _spec.Rules.Cost switch
        {
            HidingCost.Value => v / unit,
            HidingCost.Log => Math.Log(1 + (v / unit)),
            _ => 1.0,
        }).ToArray();
        if (_spec.Rules.Weights.Count == 0)
        {
            return costs;
        }

        var weighed = new HashSet<int>();
        foreach (var table in tables)
        {
            for (var c = 0; c < table.Cells.Length; c++)
            {
                if (weighed.Add(table.Cells[c]))
                {
                    foreach (var (variable, code) in table.Spec.By.Zip(table.CodesAt(c)))
                    {
                        costs[table.Cells[c]] *= _spec.Rules.Weights.GetValueOrDefault(variable)?.GetValueOrDefault(code, 1) ?? 1;
                    }
                }
            }
        }

        return costs;
    }

    private IEnumerable<Requirement> RequirementsOf(long[] values, bool[] printed, IEnumerable<(int Cell, long Lower, long Upper)> primaries)
    {
        var named = primaries.GroupBy(p => p.Cell).ToDictionary(g => g.Key, g => (Lower: g.Max(p => p.Lower), Upper: g.Max(p => p.Upper)));
        var (k, level) = (Scaled(_spec.Rules.K)!.Value, _spec.Rules.Level);
        var highest = level switch { ContingencyLevel.Band => Math.Max(k - 1, 0), ContingencyLevel.Strict => k, _ => 0 };
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (!printed[cell])
            {
                continue;
            }

            var value = values[cell];
            if (named.TryGetValue(cell, out var bounds))
            {
                // Levels of protection that go below zero ask for zero (disclosure control, magnitude tables).
                yield return new Requirement(cell, Math.Min(bounds.Lower, value), bounds.Upper, bounds is (0, 0) ? 2 : 1);
            }
            else if ((value >= 1 && value < k) || (value == 0 && _spec.Rules.Zeros == ZeroPolicy.Sensitive))
            {
                yield return level == ContingencyLevel.Exact
                    ? new Requirement(cell, 0, 0, 2)
                    : new Requirement(cell, value, Math.Max(highest - value, 0), (int)Math.Min(3, highest + 1));
            }
        }
    }

    private long? Scaled(decimal? number)
    {
        if (number is null)
        {
            return null;
        }

        var scaled = number.Value;
        for (var d = 0; d < _spec.Decimals; d++)
        {
            scaled *= 10;
        }

        return checked((long)Math.Round(scaled, MidpointRounding.AwayFromZero));
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
