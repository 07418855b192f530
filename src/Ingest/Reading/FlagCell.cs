using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>An answer, understood.</summary>
internal readonly struct FlagCell
{
    private FlagCell(CellState state, bool yes, RuleCode problem)
    {
        State = state;
        Yes = yes;
        Problem = problem;
    }

    public CellState State { get; }

    /// <summary>Where <see cref="State"/> is a value: yes, or a known no.</summary>
    public bool Yes { get; }

    public RuleCode Problem { get; }

    public static FlagCell Of(bool yes) => new(CellState.Value, yes, RuleCode.None);

    public static FlagCell Without(CellState state) => new(state, false, RuleCode.None);

    public static FlagCell Wrong(RuleCode problem) => new(CellState.Wrong, false, problem);

    public override string ToString() => nameof(FlagCell);
}
