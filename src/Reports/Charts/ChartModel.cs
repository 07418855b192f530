using Publication.Tables;

namespace Reports.Charts;

/// <summary>Everything a chart says, before it is drawn.</summary>
internal sealed class ChartModel
{
    /// <summary>Id of its files; also begins the ids inside its SVG, so that several charts can stand on one page.</summary>
    public required string Id { get; init; }

    /// <summary>What it finds.</summary>
    public required string Title { get; init; }

    /// <summary>What is counted, and when.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Names of the rows in drawn order.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Position of the row that the title speaks of; −1 where it speaks of none or of several.</summary>
    public required int Emphasised { get; init; }

    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>Rows are points in time: drawn as upright columns from left to right.</summary>
    public required bool IsOverTime { get; init; }

    /// <summary>The most that a figure which is not shown could be, as the shown figures settle it; 0 where every figure is shown.</summary>
    public required decimal Room { get; init; }

    /// <summary>Lines under the picture: meaning of hatching, source, cut-off.</summary>
    public required IReadOnlyList<string> Foot { get; init; }

    public required string AltText { get; init; }

    /// <summary>Stamped over a draft; null for a release.</summary>
    public required string? Stamp { get; init; }

    public required Language Language { get; init; }
}
