using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Recovery;
using Host.Storage;
using Host.Tracing;
using Host.Workflow;
using Ingest.Pseudonymise;
using Publication.Ledgers;
using Publication.Releases;
using Reports.Bulletins;
using Reports.Files;

namespace Host.Publishing;

/// <summary>
/// Publishes an approved draft: verify once more, state the intent, seal into the ledger, write the folder beside its place, rename it. Run again after
/// any interruption it carries on where it was, and publishes nothing twice.
/// </summary>
internal sealed class Publisher(Installation installation, IDraftGate gate)
{
    /// <summary>Publishes, or finishes what was begun.</summary>
    /// <param name="id">Draft id, or release id.</param>
    /// <param name="publisher">User who has been checked, or the schedule.</param>
    /// <param name="cancellationToken">What is begun stays begun, and is finished by the next run.</param>
    /// <param name="progress">Is told of each file, from several threads.</param>
    /// <returns>Path of the published folder.</returns>
    public async Task<Outcome<string>> PublishAsync(string id, string publisher, CancellationToken cancellationToken, IProgress<FilesWritten>? progress = null)
    {
        if (installation.Drafts.Find(id) is not { } draft)
        {
            return new Failure(ExitCode.InvalidInput, "DraftUnknown", id);
        }

        using var span = PublishTrace.Begin("publication", draft.ReleaseId);
        return span.Told(await PublishAsync(draft, publisher, progress, cancellationToken));
    }

    private async Task<Outcome<string>> PublishAsync(DraftRow draft, string publisher, IProgress<FilesWritten>? progress, CancellationToken cancellationToken)
    {
        using var alone = PathLock.Acquire(Path.Combine(installation.Settings.Store.Private, "publish.lock"), PathLock.Patience, cancellationToken);
        var publication = installation.Publications.Find(draft.ReleaseId);
        if (publication?.CompletedAt is not null || (publication is not null && publication.DraftId != draft.DraftId))
        {
            return new Failure(ExitCode.Conflict, "PublishedAlready", draft.ReleaseId);
        }

        if (installation.Discards.Has(draft.DraftId))
        {
            return new Failure(ExitCode.Conflict, "DraftDiscarded", draft.DraftId);
        }

        // Asked before the records are counted again; the database asks once more. What was begun is finished whenever.
        if (publication is null && installation.Clock.GetUtcNow() < Instant.Read(draft.PublishAt))
        {
            return new Failure(ExitCode.Conflict, "PublishEarly", draft.ReleaseId, draft.PublishAt);
        }

        if (publication?.SealedAt is null && (await SealAsync(draft, publication, publisher, cancellationToken)).Failure is { } refused)
        {
            return refused;
        }

        return WriteFolder(installation.Publications.Find(draft.ReleaseId)!, progress, cancellationToken);
    }

    /// <summary>Finishes publications that an interruption left open.</summary>
    public async Task<IReadOnlyList<Outcome<string>>> ResumeAsync(CancellationToken cancellationToken)
    {
        var results = new List<Outcome<string>>();
        foreach (var open in installation.Publications.All().Where(p => p.CompletedAt is null))
        {
            results.Add(await PublishAsync(open.DraftId, open.Publisher, cancellationToken));
        }

        return results;
    }

    private async Task<Outcome<Done>> SealAsync(DraftRow draft, PublicationRow? begun, string publisher, CancellationToken cancellationToken)
    {
        if (LedgerStanding.Find(installation) is { } behind)
        {
            return behind;
        }

        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure)
            || !StoredDraft.Read(draft, installation).Succeeded(out var document, out failure)
            || !(await VerifyAsync(draft, document, history.Ledger, cancellationToken)).Succeeded(out var passed, out failure))
        {
            return failure;
        }

        var approver = installation.Approvals.Of(draft.DraftId) is [var first, ..] ? first : null;
        if (approver is null || passed.Release.Approve(draft.DraftedBy, approver) is not { } approved)
        {
            return new Failure(ExitCode.NotPermitted, "NotApproved", draft.DraftId);
        }

        // The proof may take a while and changes nothing, and counts that are kept of what is not published are not used: both come before the first step that cannot be taken back.
        var proof = Prove(draft, passed, document, history.Ledger);
        gate.Keep(passed);
        if (begun is null)
        {
            if (installation.Publications.Start(draft, publisher).Failure is { } refused)
            {
                return refused;
            }

            PublishTrace.Reached(PublishStep.Started, draft.ReleaseId);
        }

        var key = SealedRelease.KeyOf(installation.Keys, installation.Keys.IdFor(KeyPurpose.Release))!;
        var release = Release.Publish(approved, proof, key);
        installation.Publications.Seal(installation.Publications.Find(draft.ReleaseId)!, SealedRelease.Write(release, document.RuleSet));
        PublishTrace.Reached(PublishStep.Sealed, draft.ReleaseId);
        return LedgerStanding.Keep(installation);
    }

    private async Task<Outcome<PassedDraft>> VerifyAsync(DraftRow draft, DraftDocument document, Ledger ledger, CancellationToken cancellationToken)
    {
        using var span = PublishTrace.Begin("publication verify", draft.ReleaseId);
        return span.Told(await gate.VerifyAsync(document, ledger, cancellationToken));
    }

    private PublicProof Prove(DraftRow draft, PassedDraft passed, DraftDocument document, Ledger ledger)
    {
        using var span = PublishTrace.Begin("publication prove", draft.ReleaseId);
        return gate.Prove(passed.Release, document, ledger);
    }

    private Outcome<string> WriteFolder(PublicationRow publication, IProgress<FilesWritten>? progress, CancellationToken cancellationToken)
    {
        using var span = PublishTrace.Begin("publication write", publication.ReleaseId);
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure))
        {
            return failure;
        }

        var release = history.Find(publication.ReleaseId) ?? throw new InvalidOperationException("A sealed publication is in the ledger.");
        var period = release.Content.Header.Period;
        var place = Path.Combine(installation.Settings.Store.Published, period.ToString());
        if (!PublishedFolder.Holds(place, release))
        {
            if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
            {
                return new Failure(ExitCode.Conflict, "FolderNotEmpty", period.ToString());
            }

            var waiting = Path.Combine(installation.Settings.Store.Published, ".pending", period.ToString());
            if (!PublishedFolder.Holds(waiting, release))
            {
                if (Directory.Exists(waiting))
                {
                    Directory.Delete(waiting, recursive: true);
                }

                WriteWaiting(release, history, waiting, progress, cancellationToken);
            }

            PublishTrace.Reached(PublishStep.Written, publication.ReleaseId);
            if (Directory.Exists(place))
            {
                Directory.Delete(place);
            }

            Directory.Move(waiting, place);
            AtomicFile.FlushFolder(installation.Settings.Store.Published);
            PublishTrace.Reached(PublishStep.Renamed, publication.ReleaseId);
        }

        RemoveEmpty(Path.Combine(installation.Settings.Store.Published, ".pending"));
        installation.Publications.Complete(publication);
        PublishTrace.Reached(PublishStep.Completed, publication.ReleaseId);
        return place;
    }

    private static void WriteWaiting(Release release, PublishedHistory history, string waiting, IProgress<FilesWritten>? progress, CancellationToken cancellationToken)
    {
        var period = release.Content.Header.Period;
        var bulletin = ShippedBulletins.Of(period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter);
        try
        {
            ReleaseFolderWriter.Write(release, bulletin, history.Before(release), waiting, cancellationToken, progress);
        }
        catch
        {
            // The writer leaves no half folder, and the hidden one that was to hold it is not left beside what is public either.
            RemoveEmpty(Path.GetDirectoryName(waiting)!);
            throw;
        }
    }

    private static void RemoveEmpty(string folder)
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
