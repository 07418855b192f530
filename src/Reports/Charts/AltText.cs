using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>The words that stand for a chart where it cannot be seen: what kind it is, of what and when, what it finds, and what it does not show.</summary>
internal static class AltText
{
    /// <param name="source">The release.</param>
    /// <param name="table">The table that is drawn.</param>
    /// <param name="hidden">Number of figures that the chart marks as hidden.</param>
    /// <param name="language">Language of the words.</param>
    public static string Of(ReportSource source, ReportTable table, int hidden, Language language)
    {
        var parts = new List<string>
        {
            Words.Of(table.Design.Axes.Count > 1 ? Word.AltBarPanels : Word.AltBars, language).Replace("{subject}", ChartTitle.Subject(source, table, language), StringComparison.Ordinal),
        };
        if (FindingSentence.Write(source, table, language) is { } finding)
        {
            parts.Add($"{finding}.");
        }

        return Finish(parts, hidden, language);
    }

    public static string OfSeries(ReportSource source, ReportTable table, PeriodSeries series, Language language)
    {
        var row = FindingSentence.RowOf(table, language);
        var figures = series.Periods.Select(p => series.At(p, row)).ToArray();
        var parts = new List<string>
        {
            Words.Of(Word.AltColumns, language)
                .Replace("{subject}", new TableView(table, language).RowLabel(row), StringComparison.Ordinal)
                .Replace("{first}", Periods.Name(series.Periods[0], language), StringComparison.Ordinal)
                .Replace("{last}", Periods.Name(series.Periods[^1], language), StringComparison.Ordinal),
            $"{ChartTitle.Of(source, table, language)}.",
        };
        return Finish(parts, figures.Count(f => f.State == CellState.Hidden), language);
    }

    private static string Finish(List<string> parts, int hidden, Language language)
    {
        if (hidden > 0)
        {
            parts.Add(Words.Of(Word.AltHidden, language).Replace("{hidden}", Figures.Count(hidden, language), StringComparison.Ordinal));
        }

        return string.Join(' ', parts);
    }
}
