using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>Whether the person agreed to the record being used. Anything but a clear yes keeps the record out.</summary>
internal sealed class ConsentColumn(int index, ProfileColumn column, FlagParser parser) : BoundColumn(index, column)
{
    private readonly TextCache<FlagCell> cache = new();

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (!cache.TryGet(cell, out FlagCell read))
        {
            read = parser.Parse(cell);
            cache.Add(cell, read);
        }

        draft.Consent = read;
        return read.Problem;
    }
}
