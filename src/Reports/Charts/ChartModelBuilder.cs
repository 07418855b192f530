using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>Makes a chart of a table: one panel, or one for each category of the second axis.</summary>
internal static class ChartModelBuilder
{
    private const int MostPanels = 6;

    public static ChartModel Build(ReportSource source, ReportTable table, Language language)
    {
        var view = new TableView(table, language);
        var rows = Ordered(view, table.Declared?.Chart?.Order ?? ChartOrder.Table);
        var panels = PanelsOf(view, rows);
        return new ChartModel
        {
            Id = table.Id,
            Title = ChartTitle.Of(source, table, language),
            Subtitle = $"{ChartTitle.Subtitle(source, table, language)} ({table.Unit.In(language)})",
            Rows = [.. rows.Select(view.RowLabel)],
            Emphasised = rows.IndexOf(view.IsCrossed ? -1 : FindingSentence.RowOf(table, language)),
            Panels = panels,
            IsOverTime = false,
            Room = RoomOf(view),
            Foot = FootOf(source, panels, language),
            AltText = AltText.Of(source, table, panels.Sum(p => p.Figures.Count(f => f.State == CellState.Hidden)), language),
            Stamp = source.IsDraft ? Words.Of(Word.DraftStamp, language) : null,
            Language = language,
        };
    }

    /// <summary>The row of the table's finding over the last periods; null where there is no series.</summary>
    public static ChartModel? BuildSeries(ReportSource source, ReportTable table, Language language)
    {
        var row = FindingSentence.RowOf(table, language);
        if (row < 0 || !table.HasChart || PeriodSeries.Of(source, table) is not { } series)
        {
            return null;
        }

        var view = new TableView(table, language);
        ChartPanel[] panels = [new(Heading: null, [.. series.Periods.Select(p => series.At(p, row))])];
        return new ChartModel
        {
            Id = $"{table.Id}-series",
            Title = ChartTitle.Of(source, table, language),
            Subtitle = $"{view.RowLabel(row)}, {Words.Of(Word.SeriesTitle, language)} ({table.Unit.In(language)})",
            Rows = [.. series.Periods.Select(p => Periods.InBrief(p, language))],
            Emphasised = series.Periods.Count - 1,
            Panels = panels,
            IsOverTime = true,
            Room = 0,
            Foot = FootOf(source, panels, language),
            AltText = AltText.OfSeries(source, table, series, language),
            Stamp = source.IsDraft ? Words.Of(Word.DraftStamp, language) : null,
            Language = language,
        };
    }

    private static ChartPanel[] PanelsOf(TableView view, List<int> rows)
    {
        if (view.ColumnAxis is not { } axis)
        {
            return [PanelOf(view, rows, 0, heading: null)];
        }

        // The total of the rows first, where there is room: it often shows what the crossed cells cannot.
        int[] columns = [.. Enumerable.Range(0, view.ColumnCount).Where(c => !axis.Rows[c].IsTotal)];
        return TableView.TotalRowOf(axis) is { } total && columns.Length < MostPanels
            ? [PanelOf(view, rows, total, view.ColumnLabel(total)) with { IsTotal = true }, .. columns.Select(c => PanelOf(view, rows, c, view.ColumnLabel(c)))]
            : [.. columns.Select(c => PanelOf(view, rows, c, view.ColumnLabel(c)))];
    }

    private static ChartPanel PanelOf(TableView view, IEnumerable<int> rows, int column, string? heading) =>
        new(heading, [.. rows.Select(r => view.At(r, column))]);

    private static List<int> Ordered(TableView view, ChartOrder order)
    {
        var rows = Enumerable.Range(0, view.RowCount).Where(r => !view.RowAxis.Rows[r].IsTotal);
        if (order == ChartOrder.Table)
        {
            return [.. rows];
        }

        // By the row's own total; what is not shown has no rank, so it keeps the order of the table, after the others.
        var column = view.ColumnAxis is { } axis ? TableView.TotalRowOf(axis) ?? 0 : 0;
        return
        [
            .. rows.OrderBy(r => !view.At(r, column).IsShown)
                .ThenBy(r => IsResidual(view, r))
                .ThenByDescending(r => view.At(r, column).IsShown ? view.At(r, column).Value : 0)
                .ThenBy(r => r),
        ];
    }

    private static bool IsResidual(TableView view, int row) =>
        view.DeclaredAxis(0) is { } declared && view.RowAxis.Rows[row].Members.All(m => declared.WeightOf(m) < 1);

    // Only for one set of bars: in a crossed table the bound of each cell lies elsewhere, and the largest would dwarf every bar.
    private static decimal RoomOf(TableView view)
    {
        var figures = Enumerable.Range(0, view.RowCount).Where(r => !view.RowAxis.Rows[r].IsTotal).Select(r => view.At(r, 0)).ToArray();
        if (view.IsCrossed || !view.Total.IsShown || figures.All(f => f.State != CellState.Hidden))
        {
            return 0;
        }

        return view.RowAxis.IsAdditive ? view.Total.Value - figures.Where(f => f.IsShown).Sum(f => f.Value) : view.Total.Value;
    }

    private static List<string> FootOf(ReportSource source, IReadOnlyList<ChartPanel> panels, Language language)
    {
        var foot = new List<string>();
        if (panels.Any(p => p.Figures.Any(f => f.State == CellState.Hidden)))
        {
            foot.Add(Words.Of(Word.HiddenNote, language));
        }

        foot.AddRange(new[] { CellState.NotAvailable, CellState.NotApplicable }
            .Where(s => panels.Any(p => p.Figures.Any(f => f.State == s)))
            .Select(s => $"{Shorthand.Explained(s, language)}."));

        foot.Add($"{SourceLine.Of(source, language)} {Words.Of(Word.ReleaseId, language)}: {source.Header.Id}.");
        return foot;
    }
}
