using Host.Composition;
using Host.Outcomes;
using Host.Publishing;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;

namespace Host.Drafting;

/// <summary>The ledger as it will stand when the turn of a period comes: what is published, and the open drafts of earlier periods in their order.</summary>
internal static class LedgerAhead
{
    public static Outcome<Ledger> Of(ReleasePeriod period, Installation installation)
    {
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure))
        {
            return failure;
        }

        var ledger = history.Ledger;
        var waiting = installation.Drafts.Open()
            .Where(d => installation.Publications.Find(d.ReleaseId)?.SealedAt is null)
            .Select(d => (Row: d, Period: ReleasePeriod.TryParse(d.Period, out var p) ? p : default))
            .Where(d => d.Period < period)
            .OrderBy(d => d.Period);
        foreach (var (row, _) in waiting)
        {
            if (!installation.Vault.Read(DraftDocument.NameOf(row.DraftId)).Succeeded(out var bytes, out failure)
                || !DraftDocument.Read(bytes).Succeeded(out var document, out failure))
            {
                return failure;
            }

            ledger = ledger.Append(ReleaseSerializer.Read(document.Content), RuleSetReader.Read(document.RuleSet));
        }

        return ledger;
    }
}
