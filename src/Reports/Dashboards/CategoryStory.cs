using System.Collections.ObjectModel;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Workbooks;
using Reports.Wording;

namespace Reports.Dashboards;

/// <summary>
/// Everything published about one category of a table: its newest figure, its figures over time, and the rows that count it in tables that cross it with
/// something else. Where a release pools the category, the pooled row is what is told, and by its name.
/// </summary>
public sealed class CategoryStory
{
    private CategoryStory(string code, string label, IReadOnlyList<CategoryPoint> points, IReadOnlyList<CategoryProfile> profiles)
    {
        Code = code;
        Label = label;
        Points = points;
        Profiles = profiles;
    }

    public string Code { get; }

    public string Label { get; }

    /// <summary>Newest first; quarters and years.</summary>
    public IReadOnlyList<CategoryPoint> Points { get; }

    /// <summary>From the newest release of each kind.</summary>
    public IReadOnlyList<CategoryProfile> Profiles { get; }

    /// <summary>The newest quarter that shows the category alone, else the newest year, else the newest row that counts it at all.</summary>
    public CategoryPoint? Lead =>
        Points.FirstOrDefault(p => !p.Period.IsYear && p.IsAlone && p.Count.State == CellState.Shown)
        ?? Points.FirstOrDefault(p => p.Period.IsYear && p.IsAlone && p.Count.State == CellState.Shown)
        ?? Points.FirstOrDefault(p => p.Count.State == CellState.Shown);

    /// <summary>Codes and names of the categories that a table declares, in printed order; from the newest release that has the table.</summary>
    public static IReadOnlyList<(string Code, string Label)> CategoriesOf(IEnumerable<Release> releases, string tableId, Language language)
    {
        var table = releases.Reverse().Select(r => r.Content.FindTable(tableId)).FirstOrDefault(t => t is not null);
        return table is null ? [] : [.. table.Design.Axes[0].Declared.Select(d => (d.Code, Letters.Capitalised(d.Label.In(language), language)))];
    }

    /// <param name="releases">The newest of each period, in order of time.</param>
    /// <param name="bulletinOf">The definition of a grain.</param>
    /// <param name="tableId">The one-way table whose category it is.</param>
    /// <param name="code">The category.</param>
    /// <param name="language">Of every text and number.</param>
    /// <returns>Null where no release declares the category.</returns>
    public static CategoryStory? Of(
        IReadOnlyList<Release> releases, Func<BulletinGrain, BulletinDefinition> bulletinOf, string tableId, string code, Language language)
    {
        if (CategoriesOf(releases, tableId, language).FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.Ordinal)) is not { Code: not null } category)
        {
            return null;
        }

        ReportSource[] sources =
        [
            .. releases.Reverse().Select(r => ReportSource.Of(r, bulletinOf(r.Content.Header.Period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter), [])),
        ];
        var points = sources.Select(s => PointOf(s, tableId, code, language)).OfType<(CategoryPoint Point, decimal? Value)>().ToArray();
        return new CategoryStory(code, category.Label, WithBars(points), ProfilesOf(sources, tableId, code, language));
    }

    private static ReadOnlyCollection<CategoryPoint> WithBars((CategoryPoint Point, decimal? Value)[] points)
    {
        decimal Longest(bool isYear) => points.Where(p => p.Point.Period.IsYear == isYear).Select(p => p.Value ?? 0).DefaultIfEmpty(0).Max();
        return new([.. points.Select(p => p.Value is { } value && Longest(p.Point.Period.IsYear) is > 0 and var longest
            ? p.Point with { Bar = (double)(value / longest) }
            : p.Point)]);
    }

    private static (CategoryPoint Point, decimal? Value)? PointOf(ReportSource source, string tableId, string code, Language language)
    {
        if (source.Tables.FirstOrDefault(t => string.Equals(t.Id, tableId, StringComparison.Ordinal)) is not { } table)
        {
            return null;
        }

        var view = new TableView(table, language);
        var row = RowCounting(view, code);
        if (row < 0)
        {
            return null;
        }

        var figure = view.At(row, 0);
        var isAlone = view.RowAxis.Rows[row].Members.Count == 1;
        var point = new CategoryPoint(
            source.Header.Id,
            source.Period,
            Periods.Name(source.Period, language),
            view.RowLabel(row),
            isAlone,
            DashboardTables.Cell(figure, FigureFormat.Count, language),
            DashboardTables.Cell(view.ShareAt(row, 0), FigureFormat.Percent, language),
            Bar: null);
        return (point, isAlone && figure.IsShown ? figure.Value : null);
    }

    private static ReadOnlyCollection<CategoryProfile> ProfilesOf(ReportSource[] sources, string tableId, string code, Language language)
    {
        var profiles = new List<CategoryProfile>();
        foreach (var source in new[] { sources.FirstOrDefault(s => s.Period.IsYear), sources.FirstOrDefault(s => !s.Period.IsYear) }.OfType<ReportSource>())
        {
            var variable = source.Tables.FirstOrDefault(t => string.Equals(t.Id, tableId, StringComparison.Ordinal))?.Design.Axes[0].Variable;
            profiles.AddRange(source.Tables
                .Where(t => t.Design.Axes.Count == 2 && string.Equals(t.Design.Axes[0].Variable, variable, StringComparison.Ordinal))
                .Select(t => ProfileOf(source, new TableView(t, language), code))
                .OfType<CategoryProfile>());
        }

        return new(profiles);
    }

    private static CategoryProfile? ProfileOf(ReportSource source, TableView view, string code)
    {
        var row = RowCounting(view, code);
        return row < 0 ? null : new CategoryProfile(
            view.Table.Id,
            view.Table.Title.In(view.Language),
            Periods.Name(source.Period, view.Language),
            view.RowLabel(row),
            view.RowAxis.Rows[row].Members.Count == 1,
            [.. Enumerable.Range(0, view.ColumnCount).Select(view.ColumnLabel)],
            [.. Enumerable.Range(0, view.ColumnCount).Select(c => DashboardTables.Cell(view.At(row, c), FigureFormat.Count, view.Language))]);
    }

    private static int RowCounting(TableView view, string code)
    {
        for (var r = 0; r < view.RowCount; r++)
        {
            if (view.RowAxis.Rows[r].Members.Contains(code, StringComparer.Ordinal))
            {
                return r;
            }
        }

        return -1;
    }
}
