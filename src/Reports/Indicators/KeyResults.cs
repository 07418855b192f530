using System.Globalization;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Wording;

namespace Reports.Indicators;

/// <summary>The key results of a bulletin in sentences, each from shown figures alone.</summary>
internal static class KeyResults
{
    private const int Most = 6;

    /// <summary>At most seven sentences: the findings that the definition marks, in the order of the tables, and last how much is shown.</summary>
    public static IReadOnlyList<string> Write(ReportSource source, Language language)
    {
        var sentences = new List<string>();
        foreach (var table in source.Tables.Where(t => t.Declared?.Finding is { IsKeyResult: true }))
        {
            if (sentences.Count < Most && FindingSentence.Write(source, table, language) is { } finding)
            {
                var change = table.Declared!.Finding!.Kind == FindingKind.Row ? WriteChange(source, table, language) : null;
                sentences.Add(change is null ? $"{finding}." : $"{finding}; {change}.");
            }
        }

        sentences.Add(WriteShown(source, language));
        return sentences;
    }

    private static string? WriteChange(ReportSource source, ReportTable table, Language language)
    {
        var finding = table.Declared!.Finding!;
        var cell = CellOf(table, finding);
        if (cell is null)
        {
            return null;
        }

        var now = Figure.Of(table.Published.Cells[cell.Value]);
        var periods = PeriodSteps.Compared(source.Period);
        Word[] names = source.Period.IsYear ? [Word.PreviousYear] : [Word.PreviousPeriod, Word.SameQuarterLastYear];
        string[] parts = [.. periods.Select((p, i) => WritePart(names[i], p)).OfType<string>()];
        return parts.Length == 0 ? null : string.Join(", ", parts);

        string? WritePart(Word word, ReleasePeriod period)
        {
            var before = EarlierFigures.Find(source.FindEarlier(period), table.Published, cell.Value);
            var change = Figure.Change(now, before);
            return change.IsShown
                ? string.Create(CultureInfo.InvariantCulture, $"{Words.Of(word, language)} {Figures.Count(before.Value, language)} ({Figures.Signed(change.Value, language)})")
                : null;
        }
    }

    private static int? CellOf(ReportTable table, BulletinFinding finding)
    {
        var design = table.Design;
        var rows = new int[design.Axes.Count];
        for (var a = 0; a < rows.Length; a++)
        {
            var row = a == finding.Axis
                ? design.Axes[a].Rows.Select((r, i) => (r, i)).Where(x => string.Equals(x.r.Code, finding.Rows[0], StringComparison.Ordinal)).Select(x => (int?)x.i).FirstOrDefault()
                : TableView.TotalRowOf(design.Axes[a]);
            if (row is null)
            {
                return null;
            }

            rows[a] = row.Value;
        }

        return design.CellAt(rows);
    }

    private static string WriteShown(ReportSource source, Language language)
    {
        var cells = source.Tables.Sum(t => t.Published.Cells.Count);
        var hidden = source.Tables.Sum(t => t.Published.HiddenCount);
        var pooled = source.Tables.Sum(t => t.Design.Axes[0].Rows.Count(r => r.IsPooled));
        return Words.Of(Word.ShownSentence, language)
            .Replace("{hidden}", Figures.Count(hidden, language), StringComparison.Ordinal)
            .Replace("{cells}", Figures.Count(cells, language), StringComparison.Ordinal)
            .Replace("{pooled}", Figures.Count(pooled, language), StringComparison.Ordinal);
    }
}
