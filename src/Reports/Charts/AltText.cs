using Publication.Tables;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Charts;

/// <summary>The words that stand for a chart where it cannot be seen: what kind it is, of what and when, what it finds, and what it does not show.</summary>
internal static class AltText
{
    public static string Of(ReportSource source, ReportTable table, Language language)
    {
        var parts = new List<string>
        {
            Words.Of(table.Design.Axes.Count > 1 ? Word.AltBarPanels : Word.AltBars, language).Replace("{subject}", ChartTitle.Subject(source, table, language), StringComparison.Ordinal),
        };
        if (FindingSentence.Write(source, table, language) is { } finding)
        {
            parts.Add($"{finding}.");
        }

        var hidden = table.Published.HiddenCount;
        if (hidden > 0)
        {
            parts.Add(Words.Of(Word.AltHidden, language).Replace("{hidden}", Figures.Count(hidden, language), StringComparison.Ordinal));
        }

        return string.Join(' ', parts);
    }
}
