using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// What must remain possible for an attacker: values of the count of <see cref="Cell"/>, less the count of <see cref="Minus"/> where given,
/// at most <see cref="Lower"/> and at least <see cref="Upper"/>, and at least <see cref="Distinct"/> different values.
/// </summary>
internal sealed record Requirement
{
    /// <summary>R1, R3, R5 or R9.</summary>
    public required string Rule { get; init; }

    public required CellDefinition Cell { get; init; }

    public CellDefinition? Minus { get; init; }

    public required int Lower { get; init; }

    public required int Upper { get; init; }

    public int Distinct { get; init; } = 2;

    public required Attacker Against { get; init; }

    /// <summary>Position of the partner, for <see cref="Attacker.Partner"/>.</summary>
    public int Partner { get; init; } = -1;

    /// <summary>Cells known to hold at most <see cref="PoolBound"/>, for <see cref="Attacker.PoolRule"/>.</summary>
    public IReadOnlyList<CellDefinition> Pool { get; init; } = [];

    public int PoolBound { get; init; }
}
