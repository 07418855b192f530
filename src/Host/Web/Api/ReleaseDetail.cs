using Host.Web.Site;
using Publication.Releases;
using Publication.Tables;

namespace Host.Web.Api;

/// <summary>One release: what it is, where it comes from, how much each table shows.</summary>
internal sealed record ReleaseDetail(
    int SchemaVersion,
    string Id,
    string Href,
    string Period,
    Text Title,
    DateOnly Published,
    DateOnly? NextPublication,
    DateOnly CutOff,
    string Status,
    string? SupersededBy,
    string Country,
    string Programme,
    string ClassificationVersion,
    string RuleSet,
    string RuleSetSha256,
    int PartnersIncluded,
    int PartnersExpected,
    string ProductVersion,
    string Seal,
    IReadOnlyList<TableDetail> Tables,
    IReadOnlyList<WithheldEntry> Withheld,
    IReadOnlyList<CorrectionEntry> Corrections)
{
    public static ReleaseDetail Of(SiteEdition edition, Release release)
    {
        var header = release.Content.Header;
        var texts = edition.TextsOn(release);
        return new ReleaseDetail(
            SchemaVersion: 1,
            header.Id,
            ReleaseLinks.Of(release),
            header.Period.ToString(),
            header.Title,
            header.PublicationDate,
            header.NextPublication,
            header.CutOff,
            ReleaseStatus.Of(edition, release),
            edition.IsCurrent(release) ? null : ReleaseLinks.Of(edition.NewestOf(header.Period)!),
            header.Country,
            header.Programme,
            header.ClassificationVersion,
            header.RuleSet.Id,
            header.RuleSet.Sha256,
            header.PartnersIncluded,
            header.PartnersExpected,
            header.ProductVersion,
            release.Seal.Mac,
            [.. release.Content.Tables.Select(t => TableDetail.Of(release, t))],
            [.. release.Content.Withheld.Select(w => new WithheldEntry(w.Id, w.Title, w.Reason))],
            [.. texts.Corrections.Select(c => CorrectionEntry.Of(texts, c.Correction, c.On))]);
    }
}
