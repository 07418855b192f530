using System.Text;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>
/// Knows rows that are no records: a row of totals by its first word, and after one the small tables that offices put below, which
/// have no date where records have one. A bare number there may read as a year; only what is exact to the quarter makes a record.
/// </summary>
internal sealed class TotalRows
{
    private readonly string[] words;
    private readonly DateColumn[] dates;
    private bool below;

    public TotalRows(ProfileFile profile, IEnumerable<BoundColumn> columns)
    {
        words = [.. profile.Totals.Select(LabelFold.Fold)];
        dates = [.. columns.OfType<DateColumn>().Where(c => c.Column.To is ColumnTarget.Registered or ColumnTarget.Identified)];
    }

    public bool IsTotal(RowReader row)
    {
        if (words.Length == 0)
        {
            return false;
        }

        if (!below)
        {
            below = BeginsWithTotal(row);
            return below;
        }

        return !dates.Any(date => date.Understand(row.Cell(date.Index)).Precision is DatePrecision.Quarter or DatePrecision.Day);
    }

    private bool BeginsWithTotal(RowReader row)
    {
        for (int column = 0; column < row.Width; column++)
        {
            ReadOnlySpan<byte> cell = row.Cell(column).Trim((byte)' ');
            if (cell.Length > 0)
            {
                // The first letter of a total is a plain one in every case of writing; most rows end here.
                return char.IsAsciiLetter((char)cell[0]) && cell.Length <= 64 && BeginsWithTotal(LabelFold.Fold(Encoding.UTF8.GetString(cell)));
            }
        }

        return false;
    }

    private bool BeginsWithTotal(string folded) =>
        words.Any(word => folded == word || folded.StartsWith(word + " ", StringComparison.Ordinal));
}
