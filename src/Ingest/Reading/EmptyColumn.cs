using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A column of direct identifiers that the partner must leave empty.</summary>
internal sealed class EmptyColumn(int index, ProfileColumn column) : BoundColumn(index, column)
{
    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft) =>
        cell.Length > 0 ? RuleCode.IdentifierColumnFilled : RuleCode.None;
}
