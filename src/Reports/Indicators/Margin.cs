using System.Collections.ObjectModel;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Wording;

namespace Reports.Indicators;

/// <summary>The rows of one axis of a table, every other axis at its Total.</summary>
internal sealed class Margin
{
    private Margin(Language language, IEnumerable<MarginEntry> entries, Figure total, bool isAdditive)
    {
        Language = language;
        Entries = new ReadOnlyCollection<MarginEntry>([.. entries]);
        Total = total;
        IsAdditive = isAdditive;
    }

    public Language Language { get; }

    /// <summary>In printed order, without the Total.</summary>
    public IReadOnlyList<MarginEntry> Entries { get; }

    public Figure Total { get; }

    public bool IsAdditive { get; }

    public MarginEntry? Find(string code) => Entries.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.Ordinal));

    /// <summary>Null where another axis has no Total.</summary>
    public static Margin? Of(ReportTable table, int axis, Language language)
    {
        var design = table.Design;
        var rows = new int[design.Axes.Count];
        for (var a = 0; a < rows.Length; a++)
        {
            if (TableView.TotalRowOf(design.Axes[a]) is { } total)
            {
                rows[a] = total;
            }
            else if (a != axis)
            {
                return null;
            }
        }

        var own = design.Axes[axis];
        var declared = table.Declared is { } d && axis < d.Axes.Count ? d.Axes[axis] : null;
        var sum = TableView.TotalRowOf(own) is null ? Figure.NotAvailable : Figure.Of(table.Published[rows]);
        var entries = new List<MarginEntry>();
        for (var r = 0; r < own.Rows.Count; r++)
        {
            var row = own.Rows[r];
            if (!row.IsTotal)
            {
                rows[axis] = r;
                entries.Add(new MarginEntry(
                    row.Code,
                    RowLabels.InSentence(own, row, declared, language),
                    Figure.Of(table.Published[rows]),
                    row.Members.Count <= 1,
                    WeightOf(row, declared)));
            }
        }

        return new Margin(language, entries, sum, own.IsAdditive);
    }

    private static decimal WeightOf(AxisRow row, BulletinAxis? declared) =>
        declared is null || row.Members.Count == 0 ? 1 : row.Members.Max(declared.WeightOf);
}
