using System.Text.Json;
using Host.Composition;
using Host.Outcomes;
using Host.Publishing;
using Host.Verifying;
using Ingest.Pseudonymise;
using Publication.Releases;

namespace Host.Recovery;

/// <summary>
/// Whether the ledger knows everything that was ever published: compared with the journal and with the published folders. After an older backup it does not, and a draft
/// made then would be proved against less than readers know.
/// </summary>
internal static class LedgerStanding
{
    /// <returns>What stands against every draft and publication: LedgerBroken, JournalBroken, LedgerForked, LedgerBehind, PublishedForeign; null where the ledger knows all.</returns>
    public static Failure? Find(Installation installation)
    {
        // The ledger last: what is published meanwhile is then known to it, and not missing.
        var kept = installation.Journal.Read();
        var folders = Folders(installation.Settings.Store.Published);
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure) || !kept.Succeeded(out var journal, out failure))
        {
            return failure;
        }

        JournalEntry[] published = [.. journal.Where(e => e.Kind == JournalEntry.Release)];
        for (var i = 0; i < Math.Min(published.Length, history.Releases.Count); i++)
        {
            if (!Knows(history.Releases[i], published[i]))
            {
                return new Failure(ExitCode.Conflict, "LedgerForked", published[i].Subject);
            }
        }

        var known = history.Releases.Select(r => r.Seal.Mac).ToHashSet(StringComparer.Ordinal);
        var missing = published.Skip(history.Releases.Count).Select(e => e.Subject).ToList();
        foreach (var folder in Unknown(folders, known))
        {
            if (Read(folder, installation) is not { } content)
            {
                return new Failure(ExitCode.Conflict, "PublishedForeign", Path.GetFileName(folder));
            }

            missing.Add(content.Header.Id);
        }

        return missing.Count == 0 ? null : new Failure(ExitCode.Conflict, "LedgerBehind", string.Join(", ", missing.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Keeps in the journal what the ledger knows and the journal does not, as long as the one continues the other.</summary>
    public static Outcome<Done> Keep(Installation installation)
    {
        if (!PublishedHistory.Open(installation.Ledger, installation.Keys).Succeeded(out var history, out var failure)
            || !installation.Journal.Read().Succeeded(out var journal, out failure))
        {
            return failure;
        }

        JournalEntry[] published = [.. journal.Where(e => e.Kind == JournalEntry.Release)];
        if (published.Zip(history.Releases).All(pair => Knows(pair.Second, pair.First)))
        {
            foreach (var release in history.Releases.Skip(published.Length))
            {
                installation.Journal.Append(JournalEntry.Release, release.Content.Header.Id, release.Seal.Mac);
            }
        }

        return Done.Value;
    }

    /// <summary>Published folders, each with its seal, null where none can be read, in order of their names.</summary>
    public static IReadOnlyList<(string Folder, string? Seal)> Folders(string published) => Directory.Exists(published)
        ?
        [
            .. Directory.EnumerateDirectories(published)
                .Where(f => ReleasePeriod.TryParse(Path.GetFileName(f), out _) && File.Exists(Path.Combine(f, "release.json")))
                .Order(StringComparer.Ordinal)
                .Select(f => (f, SealOf(f))),
        ]
        : [];

    /// <summary>Those whose seal is none of the ledger's.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<(string Folder, string? Seal)> folders, IReadOnlySet<string> seals) =>
        folders.Where(f => f.Seal is null || !seals.Contains(f.Seal)).Select(f => f.Folder);

    /// <summary>What a published folder holds, if it is sealed by this installation's keys; else null.</summary>
    public static ReleaseContent? Read(string folder, Installation installation)
    {
        try
        {
            var (content, seal, _) = FolderReader.Read(folder);
            return installation.Keys.Derive(seal.KeyId, KeyPurpose.Release) is { } key && seal.Fits(ReleaseSerializer.Write(content), new SealingKey(seal.KeyId, key)) ? content : null;
        }
        catch (FolderFault)
        {
            return null;
        }
    }

    private static bool Knows(Release release, JournalEntry entry) =>
        string.Equals(release.Content.Header.Id, entry.Subject, StringComparison.Ordinal) && entry.Fields is [var mac] && string.Equals(release.Seal.Mac, mac, StringComparison.Ordinal);

    private static string? SealOf(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "release.json")));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("seal", out var seal)
                && seal is { ValueKind: JsonValueKind.Object } && seal.TryGetProperty("mac", out var mac) && mac is { ValueKind: JsonValueKind.String } ? mac.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
