using System.Collections.ObjectModel;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>
/// What a bulletin is written from: the content of one release or draft, the definition, and earlier published releases to compare with.
/// Made from <see cref="Release"/> and <see cref="VerifiedRelease"/> alone, so nothing else can be drawn.
/// </summary>
internal sealed class ReportSource
{
    private ReportSource(ReleaseContent content, bool isDraft, BulletinDefinition bulletin, IEnumerable<Release> earlier)
    {
        Content = content;
        IsDraft = isDraft;
        Bulletin = bulletin;
        Earlier = new ReadOnlyCollection<ReleaseContent>([.. earlier
            .Select(r => r.Content)
            .Where(c => c.Header.Period.CompareTo(content.Header.Period) < 0)
            .OrderBy(c => c.Header.Period)
            .ThenBy(c => c.Header.Id, StringComparer.Ordinal)]);
        Tables = new ReadOnlyCollection<ReportTable>([.. content.Tables.Select((t, i) => new ReportTable(t, bulletin.FindTable(t.Design.Id), i))]);
    }

    public ReleaseContent Content { get; }

    public ReleaseHeader Header => Content.Header;

    public ReleasePeriod Period => Content.Header.Period;

    public bool IsDraft { get; }

    public BulletinDefinition Bulletin { get; }

    /// <summary>Earlier releases in order of time.</summary>
    public IReadOnlyList<ReleaseContent> Earlier { get; }

    /// <summary>Tables in the order of the release.</summary>
    public IReadOnlyList<ReportTable> Tables { get; }

    public static ReportSource Of(Release release, BulletinDefinition bulletin, IEnumerable<Release> earlier) =>
        new(release.Content, isDraft: false, bulletin, earlier);

    public static ReportSource OfDraft(VerifiedRelease draft, BulletinDefinition bulletin, IEnumerable<Release> earlier) =>
        new(draft.Content, isDraft: true, bulletin, earlier);

    /// <summary>The newest release of a period, or null.</summary>
    public ReleaseContent? FindEarlier(ReleasePeriod period) => Earlier.LastOrDefault(c => c.Header.Period == period);
}
