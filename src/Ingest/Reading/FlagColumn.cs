using Ingest.Cases;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>A yes-or-no column whose yes gives codes. A no is a known no, which is not the same as unknown.</summary>
internal sealed class FlagColumn : BoundColumn
{
    private readonly TextCache<FlagCell> cache = new();
    private readonly FlagParser parser;
    private readonly (ColumnTarget Target, byte Code, byte Unknown)[] gives;

    public FlagColumn(int index, ProfileColumn column, FlagParser parser, CodeLists lists)
        : base(index, column)
    {
        this.parser = parser;
        gives =
        [
            .. from give in column.Gives
               let list = lists[ColumnTargets.ListOf(give.Key)]
               orderby give.Key
               select (give.Key, (byte)list.IndexOf(give.Value), (byte)Math.Max(0, list.NotCollectedAs)),
        ];
    }

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        if (!cache.TryGet(cell, out FlagCell read))
        {
            read = parser.Parse(cell);
            cache.Add(cell, read);
        }

        foreach ((ColumnTarget target, byte code, byte unknown) in gives)
        {
            if (ColumnTargets.IsSet(target))
            {
                Put(draft.Set(target), code, read);
            }
            else if (read.Yes)
            {
                draft.SetCode(target, code);
            }
            else if (draft.Code(target) == MissingCode.NotCollected)
            {
                draft.SetCode(target, unknown);
            }
        }

        return read.Problem;
    }

    private static void Put(CodeSequence set, byte code, FlagCell read)
    {
        switch (read.State)
        {
            case CellState.Value when read.Yes: set.Add(code); break;
            case CellState.Value: set.AddKnownNo(); break;
            case CellState.Unknown: set.AddUnknown(); break;
        }
    }
}
