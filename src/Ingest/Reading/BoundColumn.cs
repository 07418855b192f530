using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A column of the file, bound to what it means. One object per column and file, so caches live exactly as long as they fit.</summary>
internal abstract class BoundColumn(int index, ProfileColumn column)
{
    private long filled;

    /// <summary>Its place in the file, from 0.</summary>
    public int Index { get; } = index;

    public ProfileColumn Column { get; } = column;

    /// <summary>Whether any row held anything.</summary>
    public bool EverFilled => filled > 0;

    /// <summary>Puts what the cell says into the draft and says which rule it breaks.</summary>
    public RuleCode Read(ReadOnlySpan<byte> cell, RowDraft draft, FindingLog findings)
    {
        if (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
        {
            cell = cell.Trim((byte)' ');
        }

        if (cell.Length > 0)
        {
            filled++;
            draft.AnyText = true;
        }

        RuleCode problem = Apply(cell, draft);
        if (problem is not RuleCode.None)
        {
            draft.Faulty |= findings.Add(problem, draft.Row, Index);
        }

        return problem;
    }

    /// <summary>Says which rule the cell breaks.</summary>
    protected abstract RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft);
}
