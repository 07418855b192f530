using Reports.Indicators;

namespace Reports.Charts;

/// <summary>One set of bars: its heading (null where it is the only one) and a figure for each row of the chart.</summary>
internal sealed record ChartPanel(string? Heading, IReadOnlyList<Figure> Figures)
{
    /// <summary>It counts what the other panels split; drawn in another colour.</summary>
    public bool IsTotal { get; init; }
}
