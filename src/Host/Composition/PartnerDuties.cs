using Host.Drafting;
using Host.Outcomes;
using Host.Workflow;
using Ingest.Catalogue;
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
        var quarters = Ended(installation, store).ToArray();
        return partners.Value.Select(partner =>
        {
            var own = uploads.Value.Where(u => u is { State: UploadState.Active, Receipt.Content: UploadContent.Cases } && u.Receipt.Partner == partner.Id).ToArray();
            var given = own.SelectMany(u => u.Receipt.Quarters).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
            var last = own.Length == 0 ? null : Instant.Write(own.Max(u => u.Receipt.AcceptedAt));
            var without = nothing.Value.Where(n => n.State == UploadState.Active && n.Partner == partner.Id).Select(n => n.Quarter).ToHashSet(StringComparer.Ordinal);
            given.UnionWith(without);
            var owed = quarters.Where(q => !given.Contains(q.ToString())).ToArray();
            return new StatusReport.PartnerPart(
                partner.Id.Value,
                [.. owed.Select(q => q.ToString())],
                [.. owed.Where(q => installation.Calendar.ClosedAt(q) <= now).Select(q => q.ToString())],
                last,
                [.. quarters.Select(q => q.ToString()).Where(without.Contains)]);
        }).ToArray();
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
