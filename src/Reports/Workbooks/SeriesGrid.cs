using Publication.Releases;
using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>A one-way table over the last periods: one row a period, with the change of the first category.</summary>
internal static class SeriesGrid
{
    private const int MostPeriods = 8;

    /// <summary>Null where there is no earlier period to show beside this one.</summary>
    public static Grid? Of(ReportSource source, TableView view)
    {
        var contents = source.Earlier
            .Where(c => c.Header.Period.IsYear == source.Period.IsYear && c.Header.Period != source.Period && c.FindTable(view.Table.Id) is not null)
            .GroupBy(c => c.Header.Period)
            .Select(g => g.Last())
            .Append(source.Content)
            .TakeLast(MostPeriods)
            .ToArray();
        if (view.IsCrossed || contents.Length < 2)
        {
            return null;
        }

        var language = view.Language;
        var unit = view.Table.Unit.In(language);
        var columns = Enumerable.Range(0, view.RowCount).Select(r => new GridColumn($"{view.RowLabel(r)} ({unit})", FigureFormat.Count)).ToList();
        var first = view.RowLabel(0);
        columns.Add(new GridColumn($"{first}: {Words.Of(source.Period.IsYear ? Word.ChangeOnYear : Word.ChangeOnQuarter, language)}", FigureFormat.Change));
        if (!source.Period.IsYear)
        {
            columns.Add(new GridColumn($"{first}: {Words.Of(Word.ChangeOnSameQuarter, language)}", FigureFormat.Change));
        }

        return new Grid(Words.Of(Word.Period, language), columns, contents.Select(c => RowOf(c, contents, source, view)));
    }

    private static GridRow RowOf(ReleaseContent content, ReleaseContent[] contents, ReportSource source, TableView view)
    {
        var period = content.Header.Period;
        var figures = Enumerable.Range(0, view.RowCount).Select(r => FigureIn(content, source, view, r)).ToList();
        figures.Add(Figure.Change(figures[0], FigureIn(Find(contents, Before(period)), source, view, 0)));
        if (!period.IsYear)
        {
            figures.Add(Figure.Change(figures[0], FigureIn(Find(contents, ReleasePeriod.OfQuarter(period.Year - 1, period.Quarter)), source, view, 0)));
        }

        return new GridRow(Periods.Name(period, view.Language), figures, IsTotal: false);
    }

    private static Figure FigureIn(ReleaseContent? content, ReportSource source, TableView view, int row) =>
        ReferenceEquals(content, source.Content) ? view.At(row, 0) : EarlierFigures.Find(content, view.Table.Published, row);

    private static ReleaseContent? Find(ReleaseContent[] contents, ReleasePeriod period) => contents.FirstOrDefault(c => c.Header.Period == period);

    private static ReleasePeriod Before(ReleasePeriod period) => period.IsYear ? ReleasePeriod.OfYear(period.Year - 1)
        : period.Quarter > 1 ? ReleasePeriod.OfQuarter(period.Year, period.Quarter - 1)
        : ReleasePeriod.OfQuarter(period.Year - 1, 4);
}
