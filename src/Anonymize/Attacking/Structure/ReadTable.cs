namespace Anonymize.Attacking.Structure;

/// <summary>A table, read: cells with coordinates, and what shares and changes beside them say.</summary>
internal sealed class ReadTable(string file, string id, string title, IReadOnlyList<ReadCell> cells, IReadOnlyList<DerivedFact> derived)
{
    public string File { get; } = file;

    public string Id { get; init; } = id;

    /// <summary>Units of the system in one unit of print: 1 for counts, 100 where figures have two decimal places.</summary>
    public int Scale { get; } = ScaleOf(cells);

    /// <summary>What stands above it.</summary>
    public string Title { get; } = title;

    public IReadOnlyList<ReadCell> Cells { get; } = cells;

    public IReadOnlyList<DerivedFact> Derived { get; } = derived;

    /// <summary>Who is counted, where that is declared.</summary>
    public string? Population { get; init; }

    /// <summary>The least value of a hidden cell, where that is declared.</summary>
    public int? HiddenMin { get; init; }

    /// <summary>Variables whose categories do not add up to their total, where that is declared.</summary>
    public IReadOnlySet<string> Overlapping { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Leaves of labels that stand for several, by variable and key of the label, where that is declared.</summary>
    public IReadOnlyDictionary<(string Variable, string Key), IReadOnlyList<string>> Leaves { get; init; } =
        new Dictionary<(string, string), IReadOnlyList<string>>();

    /// <summary>A figure in units of the system.</summary>
    public long Scaled(decimal value) => (long)(value * Scale);

    private static int ScaleOf(IReadOnlyList<ReadCell> cells)
    {
        var scale = 1;
        for (var places = cells.Select(c => c.Content.Kind == ContentKind.Number ? c.Content.Decimals : 0).DefaultIfEmpty(0).Max(); places > 0; places--)
        {
            scale *= 10;
        }

        return scale;
    }

    /// <summary>Whether sums are declared: then labels say whole totals and nothing is searched by arithmetic.</summary>
    public bool IsDeclared { get; init; }
}
