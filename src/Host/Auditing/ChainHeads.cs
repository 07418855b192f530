using System.Globalization;
using Host.Composition;
using Host.Outcomes;
using Host.Recovery;
using Host.Workflow;
using Ingest.Storage;

namespace Host.Auditing;

/// <summary>
/// Where the chains ended on each day, kept in the journal outside the private folder. A chain whose last entries were cut off holds all the same; it has not what the journal
/// says that it had.
/// </summary>
internal static class ChainHeads
{
    /// <summary>Keeps where both audit chains end now; an entry a day.</summary>
    /// <exception cref="IOException">The journal cannot be written.</exception>
    public static Outcome<Done> Keep(Installation installation, CaseStore store)
    {
        if (!installation.Journal.Read().Succeeded(out var journal, out var failure) || !Now(installation, store).Succeeded(out var heads, out failure))
        {
            return failure;
        }

        var day = installation.Calendar.DayOf(installation.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!journal.Any(e => e.Kind == JournalEntry.Heads && e.Subject == day))
        {
            installation.Journal.Append(JournalEntry.Heads, day, [.. heads.SelectMany(h => new[] { h.Number.ToString(CultureInfo.InvariantCulture), h.Link })]);
        }

        return Done.Value;
    }

    /// <summary>Where the audit chain of the workflow and that of the case store end now.</summary>
    public static Outcome<IReadOnlyList<ChainHead>> Now(Installation installation, CaseStore store)
    {
        var last = store.AuditLink(null);
        return last.TryGet(out var kept)
            ? new[] { installation.Audit.Newest(null, 1).Select(r => new ChainHead(r.Seq, r.Link)).FirstOrDefault() ?? ChainHead.None, new ChainHead(kept.Entry, kept.Hash) }
            : StoreFailures.Of(last.Failure!.Value);
    }

    /// <returns>The latest day whose heads are not in the chains as they stand; empty where all are.</returns>
    public static Outcome<string> LastLost(Installation installation, CaseStore store)
    {
        if (!installation.Journal.Read().Succeeded(out var journal, out var failure))
        {
            return failure;
        }

        foreach (var entry in journal.Where(e => e.Kind == JournalEntry.Heads).Reverse())
        {
            if (entry.Fields is not [var number, var link, var storeNumber, var storeLink]
                || installation.Audit.LinkOf(long.Parse(number, CultureInfo.InvariantCulture)) != link
                || !store.AuditLink(long.Parse(storeNumber, CultureInfo.InvariantCulture)).TryGet(out var kept)
                || kept.Hash != storeLink)
            {
                return entry.Subject;
            }
        }

        return "";
    }
}
