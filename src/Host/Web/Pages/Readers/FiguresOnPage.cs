using Reports.Dashboards;

namespace Host.Web.Pages.Readers;

/// <summary>Rows of figures as a page prints them.</summary>
/// <param name="Id">On the page.</param>
/// <param name="Caption">What they are.</param>
/// <param name="Head">Of the rows.</param>
/// <param name="Columns">Heads of the figures.</param>
/// <param name="Rows">The figures.</param>
/// <param name="HasBars">The rows have bars beside them: after the figures, and on a narrow screen under the row's head.</param>
internal sealed record FiguresOnPage(string Id, string Caption, string Head, IReadOnlyList<string> Columns, IReadOnlyList<DashboardRow> Rows, bool HasBars);
