namespace Reports.Bulletins;

/// <summary>That a table is drawn, and how.</summary>
public sealed record BulletinChart(ChartOrder Order);
