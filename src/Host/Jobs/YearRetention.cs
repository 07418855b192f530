using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Security;
using Host.Workflow;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Jobs;

/// <summary>
/// Destroys the case files of years that are published and were closed so many years ago. What later releases are proved against is the ledger of published figures,
/// which stays; no figure of a later year is counted from these files.
/// </summary>
internal sealed class YearRetention(Installation installation, CaseStore store, int? years)
{
    /// <summary>Why, as the record of a destruction says it.</summary>
    public const string Reason = "yearClosed";

    /// <returns>How many files were destroyed.</returns>
    public Outcome<int> Run()
    {
        var destroyed = 0;
        if (years is not { } keep || FirstQuarter.Of(installation, store) is not { } first)
        {
            return destroyed;
        }

        var closed = store.LastClosedYear();
        if (!closed.TryGet(out var last))
        {
            return StoreFailures.Of(closed.Failure!.Value);
        }

        // In their order, and none is passed over: an unpublished year may still be counted.
        for (var year = Math.Max(last + 1, first.Year); IsOver(ReleasePeriod.OfYear(year), keep); year++)
        {
            var gone = store.CloseYear(year, Reason, UserTable.Schedule);
            if (!gone.TryGet(out var files))
            {
                return StoreFailures.Of(gone.Failure!.Value);
            }

            installation.Audit.Record(UserTable.Schedule, "year-closed", $"{year}");
            destroyed += files;
        }

        return destroyed;
    }

    private bool IsOver(ReleasePeriod year, int keep) =>
        installation.Publications.Find($"{year}.1")?.SealedAt is { } sealedAt
        && Instant.Read(sealedAt) < installation.Clock.GetUtcNow()
        && installation.Calendar.ClosedAt(year).AddYears(keep) <= installation.Clock.GetUtcNow();
}
