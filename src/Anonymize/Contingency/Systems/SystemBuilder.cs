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
    private CategorySets _sets = null!;
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

        _sets = new CategorySets(_spec, _trees);
        _used = [.. _spec.Variables.Select(v => v.Name).Where(IsUsed)];
        GridVariable[] variables = [.. _used.Select(v => new GridVariable(_trees[v].Leaves.Length, _sets.Of(v), _sets.DifferencesOf(v)))];
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
        var attributes = AttributeDisclosure.Requirements(_spec.Rules, _grid, [.. _used.Select(u => _trees[u])], tables, _grid.Sum(columns)).ToArray();
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

    private ContingencyTable Print(TableSpec table)
    {
        var shown = table.By.Select(v => _sets.Shown(table, v).ToArray()).ToArray();
        var positions = table.By.Select(v => Array.IndexOf(_used, v)).ToArray();
        var nodes = _used.Select((v, i) => _grid.Variables[i].Node(_sets.Restriction(table, v))).ToArray();
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
            [.. _used.Select(v => _sets.Restriction(table, v))],
            cells);
    }

    /// <summary>The cells that a reference means: in its table, or in every table that shows all its variables. A fact about something that nobody prints is a cell too.</summary>
    private int[] CellsOf(CellReference reference, bool isPrinted)
    {
        var cells = new SortedSet<int>();
        var tables = _spec.Tables.Where(t => reference.Table is null || string.Equals(t.Id, reference.Table, StringComparison.Ordinal));
        foreach (var table in tables.Where(t => reference.Codes.Keys.All(v => t.By.Contains(v, StringComparer.Ordinal))))
        {
            var isShown = table.By.All(v => _sets.Shown(table, v).Any(s => string.Equals(s.Code, reference.Codes.GetValueOrDefault(v, "Total"), StringComparison.Ordinal)));
            if (isShown || !isPrinted)
            {
                cells.Add(CellOf(reference, v => _sets.Restriction(table, v)));
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
