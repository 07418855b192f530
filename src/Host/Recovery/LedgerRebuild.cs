using System.Text.Json;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Publishing;
using Host.Verifying;
using Host.Workflow;
using Publication.Releases;

namespace Host.Recovery;

/// <summary>
/// Enters again what an older backup has forgotten of the ledger, from the published folders: only what is sealed by this installation's keys and verifies, in the order of
/// the journal, all of it or nothing. The ledger holds published figures and nothing else, so nothing of it is lost; records that came after the backup are.
/// </summary>
internal sealed class LedgerRebuild(Installation installation)
{
    /// <returns>Ids of the releases that were entered; none where the ledger knew all.</returns>
    public Outcome<IReadOnlyList<string>> Run(string user, CancellationToken cancellationToken)
    {
        using var undrafted = Drafter.Lock(installation, cancellationToken);
        using var unpublished = PathLock.Acquire(Path.Combine(installation.Settings.Store.Private, "publish.lock"), PathLock.Patience, cancellationToken);
        if (LedgerStanding.Find(installation) is not { } standing)
        {
            return Array.Empty<string>();
        }

        if (standing.Code != "LedgerBehind")
        {
            return standing;
        }

        if (!Forgotten().Succeeded(out var releases, out var failure)
            || !installation.Rebuilt.Add(releases, c => installation.ContentCode(ReleaseSerializer.Write(c)), user).Succeeded(out _, out failure)
            || !LedgerStanding.Keep(installation).Succeeded(out _, out failure))
        {
            return failure;
        }

        return LedgerStanding.Find(installation) is { } still ? still : releases.Select(r => r.Id).ToArray();
    }

    private Outcome<IReadOnlyList<ForgottenRelease>> Forgotten()
    {
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure)
            || !installation.Journal.Read().Succeeded(out var journal, out failure))
        {
            return failure;
        }

        var found = new List<ForgottenRelease>();
        foreach (var folder in LedgerStanding.Unknown(LedgerStanding.Folders(installation.Settings.Store.Published), history.Releases.Select(r => r.Seal.Mac).ToHashSet(StringComparer.Ordinal)))
        {
            if (!Read(folder).Succeeded(out var release, out failure))
            {
                return failure;
            }

            found.Add(release);
        }

        // What the journal names must be among the folders: without its figures the ledger would stay behind what readers know.
        string[] order = [.. journal.Where(e => e.Kind == JournalEntry.Release).Select(e => e.Subject)];
        return order.Skip(history.Releases.Count).FirstOrDefault(id => !found.Any(f => f.Id == id)) is { } absent
            ? new Failure(ExitCode.Conflict, "FolderAbsent", absent)
            : found.OrderBy(f => Array.IndexOf(order, f.Id) is >= 0 and var place ? place : order.Length).ThenBy(f => f.Content.Header.PublicationDate).ThenBy(f => f.Period).ToArray();
    }

    private Outcome<ForgottenRelease> Read(string folder)
    {
        if (LedgerStanding.Read(folder, installation) is not { } content
            || RuleSetSource.FindFile(content.Header.RuleSet) is not { } rules
            || !FolderVerifier.Verify(folder, installation.Keys).All(r => r.Holds != false))
        {
            return new Failure(ExitCode.DisclosureRule, "PublishedForeign", Path.GetFileName(folder));
        }

        var (_, seal, _) = FolderReader.Read(folder);
        var proof = File.ReadAllBytes(Path.Combine(folder, "proof.json"));
        using var document = JsonDocument.Parse(proof);
        var key = SealedRelease.KeyOf(installation.Keys, seal.KeyId)!;
        var release = Release.Open(ReleaseSerializer.Write(content), seal, new PublicProof(proof, document.RootElement.GetProperty("complete").GetBoolean()), key);
        return new ForgottenRelease(content, SealedRelease.Write(release!, rules));
    }
}
