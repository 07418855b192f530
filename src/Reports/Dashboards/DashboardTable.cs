namespace Reports.Dashboards;

/// <summary>A table as a reader of the page sees it, in one language; every number in it is one that the release shows.</summary>
public sealed record DashboardTable
{
    /// <summary>Id of the table; also the name of its files.</summary>
    public required string Id { get; init; }

    /// <summary>Printed before the title, as in T2.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>What the shown figures say in one sentence; null where they say nothing by themselves.</summary>
    public required string? Finding { get; init; }

    /// <summary>Words that stand for the chart; null where there is none.</summary>
    public required string? ChartWords { get; init; }

    /// <summary>The table over time, as its second chart draws it; null where there is none.</summary>
    public required DashboardSeries? Series { get; init; }

    public required string RowHead { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<DashboardRow> Rows { get; init; }

    /// <summary>The first column is drawn as bars beside the figures; not where the rows count different things.</summary>
    public required bool HasBars { get; init; }

    /// <summary>One sentence that says why the table is as coarse as it is.</summary>
    public required string Reason { get; init; }

    /// <summary>Meaning of each mark that stands in it.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}
