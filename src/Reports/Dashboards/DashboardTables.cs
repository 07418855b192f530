using Publication.Tables;
using Reports.Charts;
using Reports.Files;
using Reports.Indicators;
using Reports.Workbooks;
using Reports.Wording;

namespace Reports.Dashboards;

/// <summary>Lays a published table out for a page, with the very figures and columns of its sheet in the workbook.</summary>
internal static class DashboardTables
{
    public static DashboardTable Of(ReportSource source, ReportTable table, Language language)
    {
        var view = new TableView(table, language);
        var grid = TableGrid.Of(source, view);
        return new DashboardTable
        {
            Id = table.Id,
            Number = table.Number,
            Title = table.Title.In(language),
            Finding = FindingSentence.Write(source, table, language) is { } finding ? $"{finding}." : null,
            ChartWords = table.HasChart ? ChartModelBuilder.Build(source, table, language).AltText : null,
            Series = SeriesOf(source, view),
            RowHead = grid.LabelHeader,
            Columns = [.. grid.Columns.Select(c => c.Header)],
            Rows = Rows(grid, view),
            HasBars = !view.IsCrossed && TableView.TotalRowOf(view.RowAxis) is not null,
            Reason = table.Published.Reason.In(language),
            Marks = [.. grid.Marks.Select(m => Shorthand.Explained(m, language))],
            Notes = [.. (table.Declared?.Notes ?? []).Select(n => n.In(language))],
        };
    }

    public static DashboardCell Cell(Figure figure, FigureFormat format, Language language) => new(Print(figure, format, language), figure.State);

    private static DashboardSeries? SeriesOf(ReportSource source, TableView view)
    {
        if (ChartModelBuilder.BuildSeries(source, view.Table, view.Language) is not { } chart || SeriesGrid.Of(source, view) is not { } grid)
        {
            return null;
        }

        var drawn = FindingSentence.RowOf(view.Table, view.Language);
        var longest = grid.Rows.Select(r => r.Figures[drawn]).Where(f => f.IsShown).Select(f => f.Value).DefaultIfEmpty(0).Max();
        return new DashboardSeries(
            chart.AltText,
            grid.LabelHeader,
            [.. grid.Columns.Select(c => c.Header)],
            [.. grid.Rows.Select(r => new DashboardRow(r.Label, r.Label, [], IsTotal: false, Cells(grid, r, view.Language), BarOf(r.Figures[drawn], longest)))],
            [.. grid.Marks.Select(m => Shorthand.Explained(m, view.Language))]);
    }

    private static IReadOnlyList<DashboardCell> Cells(Grid grid, GridRow row, Language language) => [.. row.Figures.Select((f, c) => Cell(f, grid.Columns[c].Format, language))];

    private static double? BarOf(Figure figure, decimal longest) => figure.IsShown && longest > 0 ? (double)(figure.Value / longest) : null;

    private static IReadOnlyList<DashboardRow> Rows(Grid grid, TableView view)
    {
        var longest = grid.Rows.Where(r => !r.IsTotal && r.Figures[0].IsShown).Select(r => r.Figures[0].Value).DefaultIfEmpty(0).Max();
        return [.. grid.Rows.Select((row, r) => new DashboardRow(
            view.RowAxis.Rows[r].Code,
            row.Label,
            view.RowAxis.Rows[r].Members,
            row.IsTotal,
            Cells(grid, row, view.Language),
            row.IsTotal ? null : BarOf(row.Figures[0], longest)))];
    }

    private static string Print(Figure figure, FigureFormat format, Language language) => (figure.IsShown, format) switch
    {
        (false, _) => Shorthand.Of(figure.State),
        (_, FigureFormat.Count) => Figures.Count(figure.Value, language),
        (_, FigureFormat.Percent) => Figures.Percent(figure.Value, language),
        (_, FigureFormat.Change) => Figures.Signed(figure.Value, language),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
