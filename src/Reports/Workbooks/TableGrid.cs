using System.Globalization;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>Lays a published table out as a grid.</summary>
internal static class TableGrid
{
    public static Grid Of(ReportSource source, TableView view) => view.IsCrossed ? Crossed(view) : OneWay(source, view);

    private static Grid Crossed(TableView view)
    {
        var unit = view.Table.Unit.In(view.Language);
        return new Grid(
            Letters.Capitalised(view.RowAxis.Label.In(view.Language), view.Language),
            Enumerable.Range(0, view.ColumnCount).Select(c => new GridColumn($"{view.ColumnLabel(c)} ({unit})", FigureFormat.Count)),
            Enumerable.Range(0, view.RowCount).Select(r => new GridRow(
                view.RowLabel(r),
                [.. Enumerable.Range(0, view.ColumnCount).Select(c => view.At(r, c))],
                view.RowAxis.Rows[r].IsTotal)));
    }

    private static Grid OneWay(ReportSource source, TableView view)
    {
        var language = view.Language;
        var earlier = Comparisons(source);
        var unit = view.Table.Unit.In(language);
        var columns = new List<GridColumn>
        {
            new($"{Periods.InBrief(source.Period, language)} ({unit})", FigureFormat.Count),
        };
        if (HasShares(view))
        {
            columns.Add(new GridColumn(Words.Of(view.RowAxis.IsAdditive ? Word.ShareOfTotal : Word.ShareOfPersons, language), FigureFormat.Percent));
        }

        if (HasTargets(view))
        {
            columns.Add(new GridColumn($"{OfYear(Word.Baseline, IndicatorTargets.BaselineYear, language)} ({unit})", FigureFormat.Count));
            columns.Add(new GridColumn($"{OfYear(Word.Target, IndicatorTargets.TargetYear, language)} ({unit})", FigureFormat.Count));
            columns.Add(new GridColumn(Words.Of(Word.ShareOfTarget, language), FigureFormat.Percent));
        }

        foreach (var then in earlier)
        {
            var name = Periods.InBrief(then.Header.Period, language);
            columns.Add(new GridColumn($"{name} ({unit})", FigureFormat.Count));
            columns.Add(new GridColumn(Words.Of(Word.ChangeSince, language).Replace("{period}", name, StringComparison.Ordinal), FigureFormat.Change));
        }

        return new Grid(
            Letters.Capitalised(view.RowAxis.Label.In(language), language),
            columns,
            Enumerable.Range(0, view.RowCount).Select(r => new GridRow(view.RowLabel(r), FiguresOf(view, earlier, r), view.RowAxis.Rows[r].IsTotal)));
    }

    private static List<Figure> FiguresOf(TableView view, IReadOnlyList<ReleaseContent> earlier, int row)
    {
        var now = view.At(row, 0);
        var figures = new List<Figure> { now };
        if (HasShares(view))
        {
            figures.Add(view.ShareAt(row, 0));
        }

        if (HasTargets(view))
        {
            figures.AddRange(IndicatorTargets.Find(view.RowAxis.Rows[row].Code) is var (baseline, target)
                ? [Figure.Given(baseline), Figure.Given(target), Figure.Share(now, Figure.Given(target))]
                : [Figure.NotAvailable, Figure.NotAvailable, Figure.NotAvailable]);
        }

        foreach (var then in earlier)
        {
            var before = EarlierFigures.Find(then, view.Table.Published, row);
            figures.Add(before);
            figures.Add(Figure.Change(now, before));
        }

        return figures;
    }

    // Without a total the rows count different things.
    private static bool HasShares(TableView view) => TableView.TotalRowOf(view.RowAxis) is not null;

    private static bool HasTargets(TableView view) => view.Table.Declared is { HasTargets: true };

    private static string OfYear(Word word, int year, Language language) =>
        Words.Of(word, language).Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static IReadOnlyList<ReleaseContent> Comparisons(ReportSource source) =>
        [.. PeriodSteps.Compared(source.Period).Select(source.FindEarlier).OfType<ReleaseContent>()];
}
