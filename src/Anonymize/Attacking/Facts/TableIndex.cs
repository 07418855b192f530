using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking.Facts;

/// <summary>The cells of a table by what they are: a key of variables and labels without totals.</summary>
internal sealed class TableIndex
{
    public TableIndex(ReadTable table)
    {
        Table = table;
        Keys = [.. table.Cells.Select(c => KeyOf(c.At))];
        for (var i = 0; i < Keys.Length; i++)
        {
            if (table.Cells[i].Content is { Kind: ContentKind.Number } content)
            {
                Shown.TryAdd(Keys[i], table.Scaled(content.Value));
            }
        }

        var hasPeriods = table.Cells.Any(c => c.At.Any(k => !k.IsTotal && Structure.Periods.Months(k.Label).Count > 0));
        Periods = hasPeriods ? new HashSet<string>(StringComparer.Ordinal) : Structure.Periods.Named(table.Title);
        KeySet = [.. Keys];
    }

    public ReadTable Table { get; }

    public string[] Keys { get; }

    public HashSet<string> KeySet { get; }

    public Dictionary<string, long> Shown { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys whose figures are taken for sums of what is shown, and not for facts.</summary>
    public HashSet<string> AddedUp { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys that another table prints differently, as revised figures are.</summary>
    public HashSet<string> Apart { get; } = new(StringComparer.Ordinal);

    /// <summary>Periods that the title names; none where the cells themselves say their period.</summary>
    public IReadOnlySet<string> Periods { get; }

    public static string KeyOf(IEnumerable<Coordinate> at) => string.Join('\u001f', Restricting(at).Select(Part));

    /// <param name="at">Coordinates.</param>
    /// <param name="variable">Key of the variable that is left out.</param>
    public static string Without(IEnumerable<Coordinate> at, string variable) =>
        string.Join('\u001f', Restricting(at).Where(c => !string.Equals(LabelText.Key(c.Variable), variable, StringComparison.Ordinal)).Select(Part));

    public static IEnumerable<Coordinate> Restricting(IEnumerable<Coordinate> at) =>
        at.Where(c => !c.IsTotal).OrderBy(c => LabelText.Key(c.Variable), StringComparer.Ordinal);

    /// <summary>Figures that are the sums of the innermost shown cells under them although some of those are hidden.</summary>
    public IEnumerable<string> SumsOfShown()
    {
        var parts = Table.Cells.Select(c => Restricting(c.At).Select(Part).ToArray()).ToArray();
        var depth = parts.Max(c => c.Length);
        int[] inner = [.. Enumerable.Range(0, parts.Length).Where(i => parts[i].Length == depth)];
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length == depth || Table.Cells[i].Content.Kind != ContentKind.Number)
            {
                continue;
            }

            var under = inner.Where(j => parts[i].All(p => parts[j].Contains(p, StringComparer.Ordinal))).Select(j => Table.Cells[j].Content).ToArray();
            if (under.Any(c => c.Kind is ContentKind.Hidden or ContentKind.Range)
                && under.Where(c => c.Kind == ContentKind.Number).Sum(c => c.Value) == Table.Cells[i].Content.Value)
            {
                yield return Keys[i];
            }
        }
    }

    private static string Part(Coordinate c) => LabelText.Key(c.Variable) + "\u001e" + c.Key;
}
