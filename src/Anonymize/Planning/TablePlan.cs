using Publication.Tables;

namespace Anonymize.Planning;

/// <summary>One table as a report's definition asks for it.</summary>
public sealed record TablePlan
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required string Population { get; init; }

    /// <summary>Restriction of the population: the period, a status.</summary>
    public required IReadOnlyList<Node> Where { get; init; }

    public required IReadOnlyList<AxisPlan> Axes { get; init; }

    /// <summary>Worth of the table beside the others of its population.</summary>
    public double Weight { get; init; } = 1;
}
