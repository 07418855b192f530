namespace Anonymize.Tests.Oracle;

/// <summary>
/// What must stay open to one attacker about the number of persons in a region: a value of at most <see cref="Low"/>, one of at least
/// <see cref="High"/>, and <see cref="Distinct"/> different ones.
/// </summary>
internal sealed class Obligation
{
    public required string Name { get; init; }

    public required UInt128 Region { get; init; }

    public int Low { get; init; } = int.MaxValue;

    public int High { get; init; } = int.MinValue;

    public int Distinct { get; init; } = 2;

    /// <summary>The region is a cell of its own (R1, R5), not what an attribute leaves over (R3).</summary>
    public bool IsAboutFigure => !Name.StartsWith("R3", StringComparison.Ordinal);

    public required Insight Insight { get; init; }
}
