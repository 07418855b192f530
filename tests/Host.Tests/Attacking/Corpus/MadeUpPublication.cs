namespace Host.Tests.Attacking.Corpus;

/// <summary>A publication that somebody could have made: its files, how the attack is called, and what the oracle says of each hidden cell.</summary>
internal sealed class MadeUpPublication
{
    private readonly List<(string File, string[] Labels, Figure Figure)> _printed = [];
    private readonly List<Sum> _sums = [];
    private readonly Lazy<IReadOnlyList<Expectation>> _expected;

    public MadeUpPublication() => _expected = new(Judge);

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Options beside the files.</summary>
    public List<string> Options { get; } = [];

    public int? K { get; private set; }

    public IReadOnlyList<Expectation> Expected => _expected.Value;

    public bool Leaks => Expected.Any(e => e.Status != "open");

    public MadeUpPublication WithK(int k)
    {
        K = k;
        Options.AddRange(["--k", Draw.Text(k)]);
        return this;
    }

    public MadeUpPublication Csv(string file, Grid grid, char delimiter = ',')
    {
        Files.Add(file, GridFiles.Csv(grid, delimiter));
        return this;
    }

    public MadeUpPublication Xlsx(string file, params Grid[] sheets)
    {
        Files.Add(file, GridFiles.Xlsx(sheets));
        return this;
    }

    public MadeUpPublication Ods(string file, params Grid[] sheets)
    {
        Files.Add(file, GridFiles.Ods(sheets));
        return this;
    }

    /// <summary>The hidden cells of a table that a file prints, and the sums of the table.</summary>
    public MadeUpPublication Prints(string file, Crossing table)
    {
        _sums.AddRange(table.Sums);
        return Lists(file, table);
    }

    /// <summary>The same where the sums of the table are not what is printed.</summary>
    public MadeUpPublication Lists(string file, Crossing table)
    {
        _printed.AddRange(table.Cells.Where(c => table[c].IsHidden).Select(c => (file, c, table[c])));
        return this;
    }

    /// <summary>A sum that holds across tables.</summary>
    public MadeUpPublication Knows(Figure total, params Figure[] parts)
    {
        _sums.Add(new Sum(total, parts));
        return this;
    }

    /// <summary>Two printed figures that are one.</summary>
    public MadeUpPublication Same(Figure one, Figure other) => Knows(one, other);

    private List<Expectation> Judge()
    {
        var bounds = Enumeration.Bounds([.. _sums.SelectMany(s => s.Parts.Append(s.Total)).Concat(_printed.Select(p => p.Figure)).Where(f => f.IsHidden).Distinct()], _sums);
        return [.. _printed.Select(p =>
        {
            var (low, high) = bounds[p.Figure];
            var (markLow, markHigh) = p.Figure.MarkRange;
            var status = low == high ? "exact"
                : K is { } k && low >= 1 && high <= k - 1 && (low > markLow || markHigh is null || high < markHigh) ? "confined"
                : "open";
            return new Expectation(p.File, p.Labels, low, high, status);
        })];
    }
}
