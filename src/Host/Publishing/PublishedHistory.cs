using Host.Outcomes;
using Host.Workflow;
using Ingest.Pseudonymise;
using Publication.Ledgers;
using Publication.Releases;

namespace Host.Publishing;

/// <summary>Everything published so far, opened from the ledger table under seals and chain.</summary>
/// <param name="Ledger">What every attacker knows.</param>
/// <param name="Releases">In order of publication.</param>
internal sealed record PublishedHistory(Ledger Ledger, IReadOnlyList<Release> Releases)
{
    public static Outcome<PublishedHistory> Open(LedgerTable table, KeyRing keys)
    {
        if (table.FindBreak() is { } at)
        {
            return new Failure(ExitCode.DependencyUnavailable, "LedgerBroken", $"{at}");
        }

        var ledger = Ledger.Empty;
        var releases = new List<Release>();
        foreach (var entry in table.All().Where(e => e.IsRelease))
        {
            if (SealedRelease.Open(entry.Content, keys) is not { } opened)
            {
                return new Failure(ExitCode.DependencyUnavailable, "SealUnknown", entry.Subject);
            }

            ledger = ledger.Append(opened.Release.Content, opened.Rules);
            releases.Add(opened.Release);
        }

        return new PublishedHistory(ledger, releases);
    }

    public Release? Find(string releaseId) => Releases.FirstOrDefault(r => string.Equals(r.Content.Header.Id, releaseId, StringComparison.Ordinal));

    /// <summary>The last release of the same kind before a period; null where there is none.</summary>
    public Release? LastBefore(ReleasePeriod period) =>
        Releases.LastOrDefault(r => r.Content.Header.Period.IsYear == period.IsYear && r.Content.Header.Period < period);

    /// <summary>What was published before a release: that alone it was compared with, and drawn again it is the same.</summary>
    public IReadOnlyList<Release> Before(Release release) => [.. Releases.TakeWhile(r => r.Content.Header.Id != release.Content.Header.Id)];
}
