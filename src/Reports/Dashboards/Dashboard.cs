using System.Collections.ObjectModel;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Files;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Dashboards;

/// <summary>A release as a page shows it, in one language. Made from releases and verified drafts alone, so a page cannot print what a table hides.</summary>
public sealed class Dashboard
{
    private Dashboard(ReportSource source, Language language)
    {
        var header = source.Header;
        Id = header.Id;
        Period = source.Period;
        PeriodName = Periods.Name(source.Period, language);
        Title = source.Bulletin.Title.In(language);
        Source = SourceLine.Of(source, language);
        Publisher = source.Bulletin.Imprint.Publisher.In(language);
        Contact = source.Bulletin.Imprint.Contact;
        PublishedOn = Periods.Day(header.PublicationDate, language);
        NextOn = header.NextPublication is { } next ? Periods.Day(next, language) : null;
        KeyResults = new ReadOnlyCollection<string>([.. Indicators.KeyResults.Write(source, language)]);
        Tables = new ReadOnlyCollection<DashboardTable>([.. source.Tables.Select(t => DashboardTables.Of(source, t, language))]);
        Withheld = new ReadOnlyCollection<string>([.. source.Content.Withheld.Select(w => $"{w.Title.In(language)}: {w.Reason.In(language)}")]);
        HiddenMeans = Words.Of(Word.HiddenMeans, language);
        HiddenDoesNotMean = Words.Of(Word.HiddenDoesNotMean, language);
        Detected = Words.Of(Word.Detected, language);
    }

    /// <summary><c>period.revision</c>.</summary>
    public string Id { get; }

    public ReleasePeriod Period { get; }

    public string PeriodName { get; }

    public string Title { get; }

    /// <summary>Whose figures these are, and the cut-off day.</summary>
    public string Source { get; }

    public string Publisher { get; }

    public string Contact { get; }

    public string PublishedOn { get; }

    /// <summary>Day of the next release of this kind; null where none is announced.</summary>
    public string? NextOn { get; }

    /// <summary>At most seven sentences, the last one says how much is shown.</summary>
    public IReadOnlyList<string> KeyResults { get; }

    /// <summary>In printed order.</summary>
    public IReadOnlyList<DashboardTable> Tables { get; }

    /// <summary>Tables that are missing, each with the reason.</summary>
    public IReadOnlyList<string> Withheld { get; }

    public string HiddenMeans { get; }

    public string HiddenDoesNotMean { get; }

    /// <summary>That these are detected persons and no measure of how many there are.</summary>
    public string Detected { get; }

    /// <param name="release">What is shown.</param>
    /// <param name="bulletin">The definition it was made by.</param>
    /// <param name="earlier">Published releases to compare with; later ones are passed over.</param>
    /// <param name="language">Of every text and number.</param>
    public static Dashboard Of(Release release, BulletinDefinition bulletin, IEnumerable<Release> earlier, Language language)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(bulletin);
        return new Dashboard(ReportSource.Of(release, bulletin, earlier), language);
    }

    /// <summary>The same of a draft, for cleared eyes.</summary>
    public static Dashboard OfDraft(VerifiedRelease draft, BulletinDefinition bulletin, IEnumerable<Release> earlier, Language language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(bulletin);
        return new Dashboard(ReportSource.OfDraft(draft, bulletin, earlier), language);
    }

    public DashboardTable? FindTable(string id) => Tables.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));
}
