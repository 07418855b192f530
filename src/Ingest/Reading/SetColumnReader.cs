using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A column of several codes in one cell.</summary>
internal sealed class SetColumnReader(int index, ProfileColumn column, CodeParser parser) : BoundColumn(index, column)
{
    private readonly TextCache<CodeCell> cache = new();

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (!cache.TryGet(cell, out CodeCell read))
        {
            read = parser.Parse(cell);
            cache.Add(cell, read);
        }

        CodeSequence set = draft.Set(Column.To);
        if (read.State is CellState.Unknown)
        {
            set.AddUnknown();
        }

        foreach (byte code in read.Codes)
        {
            set.Add(code);
        }

        return read.Problem;
    }
}
