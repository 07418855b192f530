namespace Anonymize.Contingency;

/// <summary>What a run reached; for the private folder, since it tells primary from secondary. Counts are of cells, margins included, each cell once.</summary>
public sealed record ProtectionSummary
{
    public required int Cells { get; init; }

    public required int Primaries { get; init; }

    public required int Secondaries { get; init; }

    /// <summary>Primaries that an earlier run has shown, and those that are safe only from an attacker who does not know that zeros are always shown.</summary>
    public required int Weakened { get; init; }

    public required double SecondaryCost { get; init; }

    /// <summary>No safe pattern of this system costs less.</summary>
    public required double LowerBound { get; init; }

    /// <summary>Share of the cost that might have been saved; 0 where cost and bound are 0.</summary>
    public double Gap => SecondaryCost > 0 ? (SecondaryCost - LowerBound) / SecondaryCost : 0;

    /// <summary>Parts of the system whose hidden cells have nothing to do with each other.</summary>
    public required int Components { get; init; }

    public required bool BudgetExceeded { get; init; }

    /// <summary>Alternatives kept as proof.</summary>
    public required int Witnesses { get; init; }

    /// <summary>The public proof covers every hidden cell.</summary>
    public required bool PublicProofComplete { get; init; }

    /// <summary>Null where no variable is pooled.</summary>
    public LayoutSummary? Layouts { get; init; }
}
