using System.Globalization;
using System.Text;
using System.Text.Json;
using Host.Outcomes;
using Host.Workflow;
using Ingest.Pseudonymise;
using Ingest.Storage;

namespace Host.Recovery;

/// <summary>
/// What a restored backup must not have forgotten: consents that were withdrawn, what was published, and how far the audit chains had come. A file of its own beside the private folder, one JSON object a
/// line, appended to and chained by keyed codes; it is never restored with the rest. It holds no figure, no case and no number of one.
/// </summary>
internal sealed class RecoveryJournal(string folder, KeyRing keys, TimeProvider clock)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "journal.jsonl";

    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web);

    private string File => Path.Combine(folder, FileName);

    /// <returns>Every entry in order; JournalBroken with the number of the first that does not follow from the one before.</returns>
    public Outcome<IReadOnlyList<JournalEntry>> Read()
    {
        var entries = new List<JournalEntry>();
        var previous = Chain.Start;
        foreach (var line in Lines())
        {
            if (Parse(line) is not { } entry || entry.Seq != entries.Count + 1 || LinkOf(previous, entry) is not { } link || entry.Link != link)
            {
                return new Failure(ExitCode.DependencyUnavailable, "JournalBroken", $"{entries.Count + 1}");
            }

            entries.Add(entry);
            previous = entry.Link;
        }

        return entries;
    }

    /// <summary>Adds an entry; it is on the disk when this returns.</summary>
    /// <exception cref="IOException">The folder cannot be written, or the chain is broken.</exception>
    /// <exception cref="LockHeldException">Another process is writing for longer than the patience allows.</exception>
    public void Append(string kind, string subject, params IReadOnlyList<string> fields)
    {
        if (!Directory.Exists(folder))
        {
            Storage.PrivateFolder.Ensure(folder);
            Storage.AtomicFile.FlushFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        }

        using var alone = PathLock.Acquire(Path.Combine(folder, "journal.lock"), PathLock.Patience, CancellationToken.None);
        if (!Read().Succeeded(out var entries, out var broken))
        {
            throw new IOException(broken.Code);
        }

        var draft = new JournalEntry(entries.Count + 1, kind, subject, Instant.Write(clock.GetUtcNow()), fields, keys.IdFor(KeyPurpose.Audit), "");
        var entry = draft with { Link = LinkOf(entries.Count == 0 ? Chain.Start : entries[^1].Link, draft)! };
        using var file = OwnerFile.Open(File, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        CutOffTornLine(file);
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Style) + "\n"));
        file.Flush(flushToDisk: true);
        Storage.AtomicFile.FlushFolder(folder);
    }

    // A line without its end was being written when the process was killed: what it was about had not happened yet.
    private IEnumerable<string> Lines()
    {
        if (!System.IO.File.Exists(File))
        {
            yield break;
        }

        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n');
        foreach (var line in lines[..^1])
        {
            yield return line;
        }
    }

    private static void CutOffTornLine(FileStream file)
    {
        var end = file.Length;
        for (; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }
        }

        file.SetLength(end);
        file.Position = end;
    }

    private static JournalEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(line, Style) is { Kind: not null, Subject: not null, At: not null, Fields: not null, Key: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null where the key is not in the ring.</returns>
    private string? LinkOf(string previous, JournalEntry entry) => keys.Derive(entry.Key, KeyPurpose.Audit) is { } key
        ? new Chain(key).Link(previous, [entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Kind, entry.Subject, entry.At, entry.Key, .. entry.Fields])
        : null;
}
