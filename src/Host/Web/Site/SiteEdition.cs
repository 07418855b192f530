using System.Collections.Concurrent;
using Host.Composition;
using Host.Verifying;
using Host.Workflow;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Dashboards;

namespace Host.Web.Site;

/// <summary>Everything published at one length of the ledger. Pages are laid out once and shared by all readers.</summary>
internal sealed class SiteEdition
{
    /// <summary>The table whose categories have pages of their own: sectors are what the Plan asks for.</summary>
    public const string Leading = "sectors";

    private readonly ConcurrentDictionary<(string Id, Language Language), Dashboard> _dashboards = [];
    private readonly ConcurrentDictionary<(string Code, Language Language), CategoryStory?> _stories = [];
    private readonly Dictionary<string, ReleaseTexts> _texts;
    private readonly string _published;

    /// <param name="entries">How often what readers find has changed.</param>
    /// <param name="releases">Everything in the ledger.</param>
    /// <param name="installation">Where withdrawals, approved commentaries and their corrections are read; none changes without a change of the entries.</param>
    public SiteEdition(long entries, IReadOnlyList<Release> releases, Installation installation)
    {
        Entries = entries;
        var withdrawn = installation.Withdrawals.All().ToDictionary(w => w.ReleaseId, StringComparer.Ordinal);
        All = [.. releases.Where(r => !withdrawn.ContainsKey(r.Content.Header.Id))];
        Withdrawn = [.. releases.Where(r => withdrawn.ContainsKey(r.Content.Header.Id)).Select(r => Taken(r, withdrawn[r.Content.Header.Id], installation))];
        _published = installation.Settings.Store.Published;
        _texts = All.ToDictionary(r => r.Content.Header.Id, r => new ReleaseTexts(r, installation), StringComparer.Ordinal);
        Newest = [.. All.GroupBy(r => r.Content.Header.Period).Select(g => g.Last()).OrderBy(r => r.Content.Header.Period)];
    }

    /// <summary>How often what readers find has changed.</summary>
    public long Entries { get; }

    /// <summary>What was taken back, in order of publication.</summary>
    public IReadOnlyList<WithdrawnRelease> Withdrawn { get; }

    /// <summary>What was not taken back, in order of publication.</summary>
    public IReadOnlyList<Release> All { get; }

    /// <summary>The newest release of each period, in order of time.</summary>
    public IReadOnlyList<Release> Newest { get; }

    public Release? LatestQuarter => Newest.LastOrDefault(r => !r.Content.Header.Period.IsYear);

    public Release? LatestYear => Newest.LastOrDefault(r => r.Content.Header.Period.IsYear);

    public Release? Find(string id) => All.FirstOrDefault(r => string.Equals(r.Content.Header.Id, id, StringComparison.Ordinal));

    public Release? NewestOf(ReleasePeriod period) => Newest.FirstOrDefault(r => r.Content.Header.Period == period);

    public bool IsCurrent(Release release) => ReferenceEquals(NewestOf(release.Content.Header.Period), release);

    public Dashboard DashboardOf(Release release, Language language) => _dashboards.GetOrAdd(
        (release.Content.Header.Id, language),
        _ => Dashboard.Of(release, DefinitionOf(release), All, language));

    /// <summary>What was written about a release of this edition.</summary>
    public ReleaseTexts TextsOn(Release release) => _texts[release.Content.Header.Id];

    public IReadOnlyList<(string Code, string Label)> Sectors(Language language) => CategoryStory.CategoriesOf(Newest, Leading, language);

    public CategoryStory? StoryOf(string code, Language language) => _stories.GetOrAdd(
        (code, language),
        _ => CategoryStory.Of(Newest, ShippedBulletins.Of, Leading, code, language));

    /// <summary>Where a file of a period's newest release lies; null for every name that the release does not have, whatever else lies in its folder.</summary>
    public string? FileOf(ReleasePeriod period, string name)
    {
        if (NewestOf(period) is not { } release || !FolderFiles.Belongs(name, release.Content))
        {
            return null;
        }

        var path = Path.Combine(_published, period.ToString(), name.Replace('/', Path.DirectorySeparatorChar));
        return File.Exists(path) ? path : null;
    }

    /// <summary>What was published before a release: that alone it was compared with, and written again it is the same.</summary>
    public IReadOnlyList<Release> Before(Release release) => [.. All.TakeWhile(r => !ReferenceEquals(r, release))];

    public static BulletinDefinition DefinitionOf(Release release) =>
        ShippedBulletins.Of(release.Content.Header.Period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter);

    private static WithdrawnRelease Taken(Release release, WithdrawalRow row, Installation installation)
    {
        var header = release.Content.Header;
        return new WithdrawnRelease(header.Id, header.Period, header.Title, new Text(row.NoteTr, row.NoteEn), installation.Calendar.DayOf(Instant.Read(row.WithdrawnAt)));
    }
}
