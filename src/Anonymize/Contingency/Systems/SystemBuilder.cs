using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>Puts a specification and its input into one system of cells.</summary>
internal sealed class SystemBuilder
{
    private readonly ContingencySpec _spec;
    private readonly ContingencyRecords _records;
    private readonly SpecFiles _files;
    private readonly List<InputFault> _faults = [];
    private readonly Dictionary<string, VariableTree> _trees = new(StringComparer.Ordinal);
    private string[] _used = [];
    private CategorySets _sets = null!;
    private CellGrid _grid = null!;

    private SystemBuilder(ContingencySpec spec, ContingencyRecords records, SpecFiles files)
    {
        _spec = spec;
        _records = records;
        _files = files;
    }

    /// <param name="spec">What is asked for.</param>
    /// <param name="records">The input.</param>
    /// <param name="files">What lies in files that the specification names.</param>
    /// <returns>The system, or every fault of the input.</returns>
    public static (ContingencySystem? System, IReadOnlyList<InputFault> Faults) Build(ContingencySpec spec, ContingencyRecords records, SpecFiles files)
    {
        var builder = new SystemBuilder(spec, records, files);
        try
        {
            var system = builder.Build();
            return builder._faults.Count > 0 ? (null, builder._faults) : (system, []);
        }
        catch (OverflowException)
        {
            return (null, [new InputFault(InputFaultKind.Overflow, "", 1)]);
        }
    }

    private ContingencySystem? Build()
    {
        foreach (var variable in _spec.Variables)
        {
            if (variable.Name is "period" or "value" or "status" or "Total")
            {
                Fault(InputFaultKind.ReservedName, variable.Name);
            }

            if (VariableTree.Build(variable, _records, _files.Hierarchies.GetValueOrDefault(variable.Name), _faults) is { } tree)
            {
                _trees.Add(variable.Name, tree);
            }
        }

        if (_faults.Count > 0 || !new CodeCheck(_spec, _files, _trees, _faults).Run())
        {
            return null;
        }

        _sets = new CategorySets(_spec, _files.Known, _trees);
        _used = [.. _spec.Variables.Select(v => v.Name).Where(IsUsed)];
        GridVariable[] variables = [.. _used.Select(v => new GridVariable(_trees[v].Leaves.Length, _sets.Of(v), _sets.DifferencesOf(v)) { HasSets = _trees[v].Spec.Multiple is not null })];
        if (CellGrid.ColumnsOf(variables) > CellGrid.Limit)
        {
            Fault(InputFaultKind.TooLarge, string.Join(", ", _used));
            return null;
        }

        _grid = new CellGrid(variables);
        var printer = new TablePrinter(_grid, _used, _sets);
        ContingencyTable[] tables = [.. _spec.Tables.Select(printer.Print)];
        EarlierTable[] earlier = [.. _files.Known.Select(printer.Print)];
        ContingencyTable[] judgedTables =
        [
            .. _spec.Tables.Where(t => t.Layouts.Count > 0).Select(printer.PrintJudged),
            .. _files.Known.Where(k => k.Layouts.Count > 0).Select(printer.PrintJudged),
        ];
        int[][] pools = [.. tables.Concat(earlier.Select(e => e.Table)).SelectMany(printer.Pools)];
        int[] alone = [.. tables.Concat(earlier.Select(e => e.Table)).SelectMany(printer.Alone)];
        var named = new NamedCells(_spec, _grid, _used, _sets, _trees, _faults);
        var open = _spec.Open.SelectMany(c => named.Of(c, isPrinted: true)).ToHashSet();
        var impossible = _spec.StructuralZeros.SelectMany(c => named.Of(c, isPrinted: false)).Concat(_spec.Links.SelectMany(named.ImpossibleBy)).ToHashSet();
        var external = _spec.External.Select(e => (Figure: e, Cells: named.Of(e.Cell, isPrinted: false))).ToArray();
        var primaries = _spec.Rules.Primary.Select(p => (Primary: p, Cells: named.Of(p.Cell, isPrinted: true))).ToArray();
        if (_faults.Count > 0)
        {
            return null;
        }

        VariableTree[] trees = [.. _used.Select(u => _trees[u])];
        var counter = new ColumnCounter(_grid, _records, trees);
        var columns = counter.All();
        if (PartnersOf(counter) is not { } partners || CoalitionsOf(partners) is not { } coalitions)
        {
            return null;
        }

        // What is asked about those outside a category makes cells, so it comes before the sums.
        var settled = earlier.SelectMany(e => e.Cells()).Where(c => c.Shown is not null).Select(c => c.Cell).ToHashSet();
        var disclosure = new AttributeDisclosure(_spec.Rules, _grid, trees, [.. tables, .. judgedTables, .. earlier.Select(e => e.Table)], settled);
        Requirement[] attributes = [.. disclosure.Requirements(columns)];
        var isResidual = _spec.Rules.Residual > 0;
        Requirement[] attributesLeft = isResidual ? [] : [.. coalitions.SelectMany(c => disclosure.Requirements(Left(columns, c)).Select(r => r with { Against = c }))];
        if (LatentCells.Of(_grid, [.. tables, .. judgedTables, .. earlier.Select(e => e.Table)], _used, _spec.Rules.Latent) is not { } crossings)
        {
            Fault(InputFaultKind.TooLarge, "rules.latent");
            return null;
        }

        var values = _grid.Sum(columns);
        var printed = Marked(tables.SelectMany(t => t.Cells));
        var judged = Marked(tables.Concat(judgedTables).Concat(earlier.Select(e => e.Table)).SelectMany(t => t.Cells.Where((_, p) => t.IsMember is not { Length: > 0 } members || !members[p])));

        var rules = new RuleReading(_spec);
        var rooms = new AttackerRooms(_grid, values, printed, _spec);
        rooms.Forbid(impossible, _faults);
        foreach (var (figure, cells) in external)
        {
            rooms.Know(cells, rules.Scaled(figure.Low), rules.Scaled(figure.High), figure.Cell.Path, _faults);
        }

        // Whoever knows why rows are pooled knows of a pool of small categories that each of them is small.
        var k = rules.Scaled(_spec.Rules.K)!.Value;
        foreach (var pool in pools.Where(p => p.All(c => values[c] < k)))
        {
            rooms.Know(pool, low: null, k - 1, "layout", _faults);
        }

        // And of a category alone beside a pool that there is somebody in it; where nobody is, something named it in an earlier run.
        rooms.Know([.. alone.Where(c => values[c] > 0)], low: 1, high: null, "layout", _faults);

        foreach (var table in earlier)
        {
            rooms.Know(table, _faults);
        }

        foreach (var cell in open)
        {
            rooms.Open[cell] = true;
        }

        var asked = primaries.SelectMany(p => p.Cells.Select(c => (c, rules.Scaled(p.Primary.Lower) ?? 0, rules.Scaled(p.Primary.Upper) ?? 0))).ToArray();
        var concentration = new Concentration(_spec.Rules.Concentration, _grid, _spec.Rules.Concentration.IsOff ? [] : partners, _spec.Rules.Coalition);
        int[] latent = [.. crossings.Concat(judgedTables.SelectMany(t => t.Cells.Where((_, p) => t.IsMember[p]))).Where(c => !judged[c]).Distinct().Order()];
        (int Whole, int Part)[] nested = _spec.Rules.Differences ? [.. new NestedDifferences(_grid, judged).Pairs().Where(p => !settled.Contains(p.Whole) || !settled.Contains(p.Part))] : [];
        Requirement[] ofFigures = [.. rules.Requirements(values, judged, asked), .. concentration.Requirements(values, judged, without: null)];
        Requirement[] left =
        [
            .. coalitions.SelectMany(c => OfFiguresLeft(c, _grid.Sum(Left(columns, c)))).Where(r => r.Less >= 0 || !settled.Contains(r.Cell)),
            .. attributesLeft,
        ];
        // What was shown earlier is settled: nothing that is published now makes it open again. A figure that the rules would hide is not printed once more.
        Requirement[] requirements = [.. ofFigures.Where(r => !settled.Contains(r.Cell)), .. attributes, .. rules.Differences(values, nested), .. rules.Latent(values, latent)];
        var primary = Marked(ofFigures.Concat(attributes).Concat(left).Where(r => r.Less < 0).Select(r => r.Cell).Where(c => printed[c]));

        IEnumerable<Requirement> OfFiguresLeft(Insider c, long[] values) =>
            isResidual ? rules.Residuals(values, judged).Select(r => r with { Against = c }) : rules.Requirements(values, judged, asked).Concat(rules.Differences(values, nested)).Concat(rules.Latent(values, latent)).Select(r => r with { Against = c }).Concat(concentration.Requirements(values, judged, c));

        return new ContingencySystem
        {
            Grid = _grid,
            Trees = trees,
            Tables = tables,
            Judged = judgedTables,
            References = named.Cells,
            Values = values,
            IsPrinted = printed,
            IsOpen = rooms.Open,
            RoomDown = rooms.Down,
            RoomUp = rooms.Up,
            Costs = rules.Costs(values, tables),
            Requirements = requirements,
            IsPrimary = primary,
            RequirementsLeft = left,
            HasPersons = _spec.Rules.Persons,
            Earlier = earlier,
            Settled = settled,
        };
    }

    private bool[] Marked(IEnumerable<int> cells)
    {
        var marked = new bool[_grid.Count];
        foreach (var cell in cells)
        {
            marked[cell] = true;
        }

        return marked;
    }

    /// <summary>What is not known to some partners.</summary>
    private static long[] Left(long[] columns, Insider partners) => [.. columns.Select((value, column) => value - partners.Own(column))];

    /// <summary>What each partner has in each column; null with a fault.</summary>
    private IReadOnlyList<Dictionary<int, long>>? PartnersOf(ColumnCounter counter)
    {
        Require(!_spec.Rules.Persons || !_records.IsMagnitude, InputFaultKind.NotPersons, _spec.RuleSet is null ? "rules.insiders" : "rules");
        Require(!_spec.Variables.Any(v => v.IsPooled) || !_records.IsMagnitude, InputFaultKind.NotPersons, "layout");
        Require(_spec.Rules.Concentration.IsOff || _records.IsMagnitude, InputFaultKind.NotMagnitudes, "--value");
        if (_spec.Partner is not { } partner)
        {
            return _faults.Count > 0 ? null : [];
        }

        var column = _records.ColumnOf(partner);
        if (column < 0)
        {
            Fault(InputFaultKind.ColumnMissing, partner);
        }
        else if (_records.Codes[column].Count(c => _records.Values[column][c].Length == 0) is > 0 and var rows)
        {
            _faults.Add(new InputFault(InputFaultKind.EmptyCode, partner, rows));
        }

        return _faults.Count > 0 ? null : counter.ByPartner(column);
    }

    /// <summary>Partners as the rules let them share; null with a fault.</summary>
    private IReadOnlyList<Insider>? CoalitionsOf(IReadOnlyList<Dictionary<int, long>> partners)
    {
        var coalitions = Coalitions.Of(partners, _spec.Rules.Coalition);
        Require(coalitions is not null, InputFaultKind.TooManyCoalitions, "rules.insiders");
        return coalitions;
    }

    private bool IsUsed(string variable) =>
        _spec.Tables.Any(t => t.By.Contains(variable, StringComparer.Ordinal) || t.Where.ContainsKey(variable))
        || _files.Known.Any(k => k.Spec.By.Contains(variable, StringComparer.Ordinal) || k.Spec.Where.ContainsKey(variable))
        || _spec.Links.Any(l => variable == l.If.Variable || variable == l.Then.Variable)
        || _spec.StructuralZeros.Concat(_spec.External.Select(e => e.Cell)).Any(c => c.Codes.ContainsKey(variable));

    private void Fault(InputFaultKind kind, string where) => _faults.Add(new InputFault(kind, where, 1));

    private void Require(bool holds, InputFaultKind kind, string where)
    {
        if (!holds)
        {
            Fault(kind, where);
        }
    }
}
