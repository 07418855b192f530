using Publication.Releases;
using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>A one-way table over the last periods as a grid: one row a period, with the changes of the first category.</summary>
internal static class SeriesGrid
{
    /// <summary>Null where there is no series.</summary>
    public static Grid? Of(ReportSource source, TableView view)
    {
        if (PeriodSeries.Of(source, view.Table) is not { } series)
        {
            return null;
        }

        var language = view.Language;
        var unit = view.Table.Unit.In(language);
        var columns = Enumerable.Range(0, view.RowCount).Select(r => new GridColumn($"{view.RowLabel(r)} ({unit})", FigureFormat.Count)).ToList();
        Word[] changes = source.Period.IsYear ? [Word.ChangeOnYear] : [Word.ChangeOnQuarter, Word.ChangeOnSameQuarter];
        columns.AddRange(changes.Select(w => new GridColumn($"{view.RowLabel(0)}: {Words.Of(w, language)}", FigureFormat.Change)));
        return new Grid(Words.Of(Word.Period, language), columns, series.Periods.Select(p => RowOf(series, p, view)));
    }

    private static GridRow RowOf(PeriodSeries series, ReleasePeriod period, TableView view)
    {
        var figures = Enumerable.Range(0, view.RowCount).Select(r => series.At(period, r)).ToList();
        figures.AddRange(PeriodSteps.Compared(period).Select(then => Figure.Change(series.At(period, 0), series.At(then, 0))));
        return new GridRow(Periods.Name(period, view.Language), figures, IsTotal: false);
    }
}
