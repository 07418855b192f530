namespace Anonymize.Contingency;

/// <summary>What layouts were chosen among, and what they show.</summary>
/// <param name="Tables">In the order of the specification.</param>
/// <param name="Tried">Layouts that were protected to see what they show.</param>
/// <param name="Reach">Among which the chosen ones show most.</param>
/// <param name="Detail">Mean of the tables' detail, by persons and weights.</param>
/// <param name="Bound">No layout, with whatever hidden, shows more.</param>
public sealed record LayoutSummary(IReadOnlyList<TableDetail> Tables, int Tried, LayoutReach Reach, double Detail, double Bound)
{
    /// <summary>Share of the bound that might have been shown besides.</summary>
    public double Gap => Bound > 0 ? Math.Round((Bound - Detail) / Bound, 4, MidpointRounding.ToEven) : 0;
}
