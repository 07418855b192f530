using Publication.Releases;
using Publication.Tables;
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
            new($"{Periods.Short(source.Period, language)} ({unit})", FigureFormat.Count),
            new(Words.Of(view.RowAxis.IsAdditive ? Word.ShareOfTotal : Word.ShareOfPersons, language), FigureFormat.Percent),
        };
        foreach (var then in earlier)
        {
            var name = Periods.Short(then.Header.Period, language);
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
        var figures = new List<Figure> { now, view.ShareAt(row, 0) };
        foreach (var then in earlier)
        {
            var before = EarlierFigures.Find(then, view.Table.Published, row);
            figures.Add(before);
            figures.Add(Figure.Change(now, before));
        }

        return figures;
    }

    private static IReadOnlyList<ReleaseContent> Comparisons(ReportSource source) =>
        [.. PeriodSteps.Compared(source.Period).Select(source.FindEarlier).OfType<ReleaseContent>()];
}
