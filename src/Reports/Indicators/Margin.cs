using System.Collections.ObjectModel;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Wording;

namespace Reports.Indicators;

/// <summary>The rows of one axis of a table, every other axis at its Total; or the cells inside a table of two axes.</summary>
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

    /// <summary>The row of that code, or the one that counts the category together with others.</summary>
    public MarginEntry? FindHolding(string code) => Find(code) ?? Entries.FirstOrDefault(e => e.Members.Contains(code, StringComparer.Ordinal));

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
        var declared = DeclaredOf(table, axis);
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
                    row.Members,
                    row.Members.Count <= 1,
                    WeightOf(row, declared)));
            }
        }

        return new Margin(language, entries, sum, own.IsAdditive);
    }

    /// <summary>Every cell that lies in no Total, named by its rows on both axes, that of <paramref name="leading"/> first. Null where an axis has no Total.</summary>
    public static Margin? OfCells(ReportTable table, int leading, Language language)
    {
        var design = table.Design;
        if (design.Axes.Count != 2 || Of(table, leading, language) is not { } first || Of(table, 1 - leading, language) is not { } second)
        {
            return null;
        }

        var entries = new List<MarginEntry>();
        foreach (var cell in Enumerable.Range(0, design.CellCount))
        {
            if (RowOf(first, leading) is { } one && RowOf(second, 1 - leading) is { } other)
            {
                entries.Add(new MarginEntry(
                    $"{one.Code}/{other.Code}",
                    $"{one.Label}, {other.Label}",
                    Figure.Of(table.Published.Cells[cell]),
                    [],
                    one.IsOneCategory && other.IsOneCategory,
                    Math.Min(one.Weight, other.Weight)));
            }

            MarginEntry? RowOf(Margin margin, int axis) => margin.Find(design.Axes[axis].Rows[design.RowOf(cell, axis)].Code);
        }

        return new Margin(language, entries, first.Total, first.IsAdditive && second.IsAdditive);
    }

    private static BulletinAxis? DeclaredOf(ReportTable table, int axis) =>
        table.Declared is { } declared && axis < declared.Axes.Count ? declared.Axes[axis] : null;

    private static decimal WeightOf(AxisRow row, BulletinAxis? declared) =>
        declared is null || row.Members.Count == 0 ? 1 : row.Members.Max(declared.WeightOf);
}
