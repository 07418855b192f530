using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Suppression;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency;

/// <summary>A safe pattern of a system with the moves that prove it, or the cell that nothing protects.</summary>
internal sealed record ContingencyProtection
{
    public required ContingencySystem System { get; init; }

    /// <summary>[cell] hidden in every table that prints it.</summary>
    public required bool[] IsHidden { get; init; }

    /// <summary>The alternatives: each leaves everything shown as it is.</summary>
    public required IReadOnlyList<CellMove> Witnesses { get; init; }

    public required int Secondaries { get; init; }

    public required double Cost { get; init; }

    /// <summary>No safe pattern costs less.</summary>
    public required double LowerBound { get; init; }

    /// <summary>The search for a cheaper pattern was cut short.</summary>
    public required bool IsBudgetExceeded { get; init; }

    /// <summary>Units of work that were spent.</summary>
    public long Work { get; init; }

    /// <summary>Null where the pattern is safe; else the cell whose alternatives were not found.</summary>
    public int? Blocking { get; init; }
}
