using Host.Composition;
using Host.Workflow;
using Publication.Releases;
using Publication.Tables;
using Reports.Commentary;

namespace Host.Web.Site;

/// <summary>What was written about a release: the text that was approved with it, and every correction that was published since. Its figures are those of the release.</summary>
internal sealed class ReleaseTexts
{
    private readonly ReleaseContent _content;
    private readonly Commentary? _first;

    public ReleaseTexts(Release release, Installation installation)
    {
        _content = release.Content;
        _first = installation.Commentaries.Find(release.Content.Header.Id);
        Corrections = [.. installation.Corrections.Published(release.Content.Header.Id).Select(c => (c, installation.Calendar.DayOf(Instant.Read(c.PublishedAt!))))];
    }

    /// <summary>With the day on which each was published, in order.</summary>
    public IReadOnlyList<(Correction Correction, DateOnly On)> Corrections { get; }

    /// <summary>The text that stands, in paragraphs; none where there is none.</summary>
    public IReadOnlyList<string> Standing(Language language) => After(Corrections.Count, language);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TextCorrection> History(Language language) =>
        [.. Corrections.Select((c, i) => new TextCorrection(c.On, Paragraphs(c.Correction.Note.In(language), language), After(i, language))).Reverse()];

    /// <summary>As readers find it; nothing of a text that refers to what is not shown.</summary>
    public IReadOnlyList<string> Paragraphs(string text, Language language) => CommentaryText.Read(text, _content, language) is { IsWhole: true } reading ? reading.Paragraphs : [];

    private IReadOnlyList<string> After(int corrections, Language language) => Paragraphs(corrections == 0 ? _first?.In(language) ?? "" : Corrections[corrections - 1].Correction.Text.In(language), language);
}
