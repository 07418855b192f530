using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>The title of a chart: what it finds, or what it shows where nothing can be said.</summary>
internal static class ChartTitle
{
    public static string Of(ReportSource source, ReportTable table, Language language) =>
        FindingSentence.Write(source, table, language) ?? Subject(source, table, language);

    /// <summary>The table's title and the period.</summary>
    public static string Subject(ReportSource source, ReportTable table, Language language) =>
        $"{table.Title.In(language)}, {Periods.Name(source.Period, language)}";
}
