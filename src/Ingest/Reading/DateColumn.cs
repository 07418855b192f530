using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A date column.</summary>
internal sealed class DateColumn(int index, ProfileColumn column, DateParser parser) : BoundColumn(index, column)
{
    private readonly TextCache<DateCell> cache = new();

    /// <summary>What a cell of this column means, without taking it.</summary>
    public DateCell Understand(ReadOnlySpan<byte> cell) => Parse(cell.Trim((byte)' '));

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        DateCell read = Parse(cell);
        if (read.Precision > draft.Date(Column.To).Precision)
        {
            draft.SetDate(Column.To, read);
        }

        return read.Problem;
    }

    private DateCell Parse(ReadOnlySpan<byte> cell)
    {
        // Days of birth are too many to remember; reading one again costs less than finding it.
        if (!parser.TryDay(cell, out DateCell read) && !cache.TryGet(cell, out read))
        {
            read = parser.Parse(cell);
            cache.Add(cell, read);
        }

        return read;
    }
}
