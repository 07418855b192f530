using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A name or a part of one; forgotten when the match key is made.</summary>
internal sealed class NameColumn(int index, ProfileColumn column) : BoundColumn(index, column)
{
    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (cell.Length > 0)
        {
            draft.AddName(cell);
        }

        return RuleCode.None;
    }
}
