using Host.Web.Site;
using Host.Workflow;
using Publication.Tables;

namespace Host.Web.Api;

/// <summary>A correction of a release's text.</summary>
internal sealed record CorrectionEntry(DateOnly Published, Text Note, Text Commentary)
{
    public static CorrectionEntry Of(ReleaseTexts texts, Correction correction, DateOnly on) => new(on, Both(texts, correction.Note), Both(texts, correction.Text));

    private static Text Both(ReleaseTexts texts, BothLanguages words) => new(Joined(texts, words, Language.Tr), Joined(texts, words, Language.En));

    private static string Joined(ReleaseTexts texts, BothLanguages words, Language language) => string.Join("\n\n", texts.Paragraphs(words.In(language), language));
}
