using System.Text;
using Ingest.Formats;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Programme;

/// <summary>The sheet of a file of figures and what its columns are; recognised by its headings, not by its name.</summary>
/// <param name="Sheet">From 0.</param>
/// <param name="Row">Index of the heading row.</param>
/// <param name="ColumnOf">For each column of the file its place in <see cref="IndicatorCatalogue.Columns"/>, −1 for what is not read.</param>
/// <param name="Fault">A fault that stands against reading it; none where there is none.</param>
/// <param name="FaultColumn">Where that is.</param>
internal sealed record FigureHeading(int Sheet, int Row, int[] ColumnOf, RuleCode Fault = RuleCode.None, int FaultColumn = FindingLog.NoColumn)
{
    private const int RowsLookedAt = 6;
    private const int LongestHeading = 128;

    /// <summary>None where no sheet has the headings of figures.</summary>
    public static FigureHeading? Find(TableSource source, IReadOnlyList<FigureColumn> columns)
    {
        FigureHeading? found = null;
        for (int sheet = 0; sheet < source.Sheets; sheet++)
        {
            if (InSheet(source, sheet, columns) is { } heading)
            {
                // Reading the first alone would lose the other's figures without a word.
                found = found is null ? heading : found with { Fault = RuleCode.SheetsSeveral };
            }
        }

        return found;
    }

    private static FigureHeading? InSheet(TableSource source, int sheet, IReadOnlyList<FigureColumn> columns)
    {
        using RowReader rows = source.OpenSheet(sheet);
        for (int row = 0; row < RowsLookedAt && rows.Read(); row++)
        {
            int[] columnOf = [.. Enumerable.Range(0, rows.Width).Select(column => PlaceOf(rows.Cell(column), columns))];
            if (Enumerable.Range(0, FigureColumn.FirstBreakdown).All(needed => columnOf.Contains(needed)))
            {
                int twice = Enumerable.Range(0, columnOf.Length).FirstOrDefault(c => columnOf[c] >= 0 && Array.IndexOf(columnOf, columnOf[c]) < c, -1);
                return new FigureHeading(sheet, row, columnOf, twice < 0 ? RuleCode.None : RuleCode.HeaderDuplicate, twice);
            }
        }

        return null;
    }

    private static int PlaceOf(ReadOnlySpan<byte> cell, IReadOnlyList<FigureColumn> columns)
    {
        if (cell.IsEmpty || cell.Length > LongestHeading)
        {
            return -1;
        }

        string folded = LabelFold.Fold(Encoding.UTF8.GetString(cell));
        return Enumerable.Range(0, columns.Count).FirstOrDefault(c => columns[c].Headings.Contains(folded), -1);
    }
}
