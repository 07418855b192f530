using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>A column of one code; where a cell holds several, the partner's first counts.</summary>
internal sealed class CodeColumn(int index, ProfileColumn column, CodeParser parser, CodeList list) : BoundColumn(index, column)
{
    private readonly TextCache<CodeCell> cache = new();
    private readonly byte unknown = (byte)list.NotCollectedAs;

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (!cache.TryGet(cell, out CodeCell read))
        {
            read = parser.Parse(cell);
            cache.Add(cell, read);
        }

        switch (read.State)
        {
            case CellState.Value:
                draft.SetCode(Column.To, read.Codes[0]);
                break;
            case CellState.Unknown when draft.Code(Column.To) == Cases.MissingCode.NotCollected:
                draft.SetCode(Column.To, unknown);
                break;
        }

        return read.Problem;
    }
}
