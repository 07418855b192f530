using Host.Drafting;
using Host.Outcomes;
using Host.Workflow;
using Ingest.Catalogue;
using Ingest.Intake;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Composition;

/// <summary>Who owes which quarter.</summary>
internal static class PartnerDuties
{
    public static Outcome<IReadOnlyList<StatusReport.PartnerPart>> Of(Installation installation, CaseStore store)
    {
        var partners = store.Partners();
        var uploads = store.Uploads();
        var nothing = store.NilReturns();
        if (!partners.Succeeded || !uploads.Succeeded || !nothing.Succeeded)
        {
            return StoreFailures.Of(partners.Failure ?? uploads.Failure ?? nothing.Failure!.Value);
        }

        var now = installation.Clock.GetUtcNow();
        var calendar = installation.Calendar;
        var quarters = Ended(installation, store).ToArray();
        var closed = quarters.Where(q => calendar.ClosedAt(q) <= now).ToArray();
        return partners.Value.Select(partner => PartOf(
            partner.Id,
            [.. uploads.Value.Where(u => u.Receipt.Partner == partner.Id)],
            [.. nothing.Value.Where(n => n.Partner == partner.Id)],
            quarters,
            closed)).ToArray();
    }

    /// <summary>What one partner owes; nothing of another's is read but the first quarter there is.</summary>
    public static Outcome<StatusReport.PartnerPart> Of(Installation installation, CaseStore store, PartnerId partner)
    {
        var uploads = store.UploadsOf(partner);
        var nothing = store.NilReturnsOf(partner);
        if (!uploads.Succeeded || !nothing.Succeeded)
        {
            return StoreFailures.Of(uploads.Failure ?? nothing.Failure!.Value);
        }

        var now = installation.Clock.GetUtcNow();
        var calendar = installation.Calendar;
        var quarters = Ended(installation, store).ToArray();
        return PartOf(partner, uploads.Value, nothing.Value, quarters, [.. quarters.Where(q => calendar.ClosedAt(q) <= now)]);
    }

    private static StatusReport.PartnerPart PartOf(
        PartnerId partner, IReadOnlyList<StoredUpload> uploads, IReadOnlyList<NilReturn> nilReturns, IReadOnlyList<ReleasePeriod> ended, IReadOnlyList<ReleasePeriod> closed)
    {
        var own = uploads.Where(u => u is { State: UploadState.Active, Receipt.Content: UploadContent.Cases }).ToArray();
        var given = own.SelectMany(u => u.Receipt.Quarters).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        var without = nilReturns.Where(n => n.State == UploadState.Active).Select(n => n.Quarter).ToHashSet(StringComparer.Ordinal);
        given.UnionWith(without);
        var owed = ended.Where(q => !given.Contains(q.ToString())).ToArray();
        return new StatusReport.PartnerPart(
            partner.Value,
            [.. owed.Select(q => q.ToString())],
            [.. owed.Intersect(closed).Select(q => q.ToString())],
            own.Length == 0 ? null : Instant.Write(own.Max(u => u.Receipt.AcceptedAt)),
            [.. ended.Select(q => q.ToString()).Where(without.Contains)]);
    }

    private static IEnumerable<ReleasePeriod> Ended(Installation installation, CaseStore store)
    {
        var today = installation.Calendar.DayOf(installation.Clock.GetUtcNow());
        if (FirstQuarter.Of(installation, store) is not { } first)
        {
            yield break;
        }

        for (var quarter = first; quarter.End < today; quarter = ReleasePeriod.QuarterOf(quarter.End.AddDays(1)))
        {
            if (installation.Publications.Find($"{quarter}.1")?.SealedAt is null)
            {
                yield return quarter;
            }
        }
    }
}
