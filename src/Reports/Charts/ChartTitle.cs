using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>The title of a chart: what it finds, or what it shows where nothing can be said.</summary>
internal static class ChartTitle
{
    public static string Of(ReportSource source, ReportTable table, Language language) =>
        FindingSentence.Write(source, table, language) ?? table.Title.In(language);

    /// <summary>What the title has not said yet.</summary>
    public static string Subtitle(ReportSource source, ReportTable table, Language language) =>
        FindingSentence.Write(source, table, language) is null ? Periods.Name(source.Period, language) : Subject(source, table, language);

    /// <summary>The table's title and the period.</summary>
    public static string Subject(ReportSource source, ReportTable table, Language language) =>
        $"{table.Title.In(language)}, {Periods.Name(source.Period, language)}";
}
