using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>A cell of codes, understood: leaf indexes in the partner's order, or why there are none.</summary>
internal sealed class CodeCell
{
    public static readonly CodeCell Unknown = new(CellState.Unknown, [], RuleCode.None);
    public static readonly CodeCell NotCollected = new(CellState.NotCollected, [], RuleCode.None);

    private CodeCell(CellState state, byte[] codes, RuleCode problem)
    {
        State = state;
        Codes = codes;
        Problem = problem;
    }

    public CellState State { get; }

    public byte[] Codes { get; }

    public RuleCode Problem { get; }

    public static CodeCell Of(byte[] codes) => codes.Length > 0 ? new CodeCell(CellState.Value, codes, RuleCode.None) : Unknown;

    public static CodeCell Wrong(RuleCode problem) => new(CellState.Wrong, [], problem);

    public override string ToString() => nameof(CodeCell);
}
