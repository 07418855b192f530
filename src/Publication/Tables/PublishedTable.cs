using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>A table as the public sees it: a design, and for each of its cells a count or the mark that stands for it.</summary>
public sealed class PublishedTable
{
    public PublishedTable(TableDesign design, IEnumerable<PublishedCell> cells, Text reason)
    {
        Design = design;
        Cells = new ReadOnlyCollection<PublishedCell>([.. cells]);
        Reason = reason;
        if (Cells.Count != design.CellCount)
        {
            throw new ArgumentException($"Table {design.Id} has {design.CellCount} cells, {Cells.Count} given.", nameof(cells));
        }
    }

    public TableDesign Design { get; }

    /// <summary>Row-major over the printed rows of the axes, margins included.</summary>
    public IReadOnlyList<PublishedCell> Cells { get; }

    /// <summary>One sentence that says why the table is as coarse as it is.</summary>
    public Text Reason { get; }

    public int HiddenCount => Cells.Count(c => c.State == CellState.Hidden);

    /// <summary>Share of the table's persons counted by a shown cell that is one declared category on every axis; null where the total is hidden, or a person may be counted in several cells.</summary>
    public decimal? PersonsShownShare => DetailMeasure.PersonsShownShare(this);

    /// <summary>Mean over persons of 1 ÷ (declared cells in the shown cell that counts them), 0 where that is hidden; null as above.</summary>
    public decimal? Detail => DetailMeasure.Detail(this);

    /// <summary><see cref="Detail"/> as earlier releases measured it: a row of another table's layout counted as one category.</summary>
    public decimal? DetailByRows => DetailMeasure.DetailByRows(this);

    public PublishedCell this[params ReadOnlySpan<int> rows] => Cells[Design.CellAt(rows)];
}
