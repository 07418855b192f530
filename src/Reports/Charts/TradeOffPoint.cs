namespace Reports.Charts;

/// <summary>A choice, and what it costs and gives.</summary>
/// <param name="Name">Stands beside the point.</param>
/// <param name="Across">Share, above 0 and at most 1.</param>
/// <param name="Up">Share, 0 to 1.</param>
/// <param name="IsMarked">Whether it is the choice that the picture is about.</param>
public sealed record TradeOffPoint(string Name, double Across, double Up, bool IsMarked);
