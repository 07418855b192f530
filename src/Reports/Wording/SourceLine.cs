using Publication.Tables;
using Reports.Files;

namespace Reports.Wording;

/// <summary>The line that says whose figures these are and how old.</summary>
internal static class SourceLine
{
    public static string Of(ReportSource source, Language language) =>
        $"{Words.Of(Word.Source, language)}: {source.Bulletin.Imprint.Publisher.In(language)}. "
        + $"{Words.Of(Word.CutOff, language)}: {Periods.Day(source.Header.CutOff, language)}.";
}
