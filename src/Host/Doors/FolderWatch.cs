using System.Security.Cryptography;
using System.Text;
using Host.Composition;
using Host.Outcomes;
using Host.Storage;
using Host.Texts;
using Publication.Tables;

namespace Host.Doors;

/// <summary>
/// The watched folder: one folder a partner, in it files with a <c>.ready</c> marker beside. Each is taken, answered in <c>accepted/</c> or
/// <c>rejected/</c>, and gone from the folder: what is accepted lives on in the encrypted store alone, what is rejected waits encrypted for its repair.
/// </summary>
/// <remarks>
/// Killed between the steps, the file is offered again and gets its first receipt. A file that failed for a reason of ours stays where it is.
/// </remarks>
internal sealed class FolderWatch(Installation installation, IIntakeDoor door, RepairShelf shelf, string folder)
{
    private readonly HashSet<string> _lasting = new(StringComparer.Ordinal);

    /// <summary>Partners whose folder holds a complete file, in ordinal order of their ids.</summary>
    public IReadOnlyList<string> Waiting() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateDirectories(folder).Where(f => Ready(f).Count > 0).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Takes every complete file of a partner, in ordinal order of names.</summary>
    /// <returns>The first failure of ours, if there was one; a rejected file is an answer, not a failure.</returns>
    public async Task<Outcome<Done>> TakeAsync(string partner, CancellationToken cancellationToken)
    {
        Failure? first = null;
        ForgetMarkersAlone(Path.Combine(folder, partner));
        foreach (var marker in Ready(Path.Combine(folder, partner)))
        {
            var failure = await TakeFileAsync(partner, marker, cancellationToken);
            first ??= failure;
        }

        return first is null ? Done.Value : first;
    }

    // A marker whose file is gone was left by a run that was killed between the two; the next file of that name would be taken before it is complete.
    private static void ForgetMarkersAlone(string partnerFolder)
    {
        if (Directory.Exists(partnerFolder))
        {
            foreach (var marker in Directory.EnumerateFiles(partnerFolder, "*" + FolderNames.Ready).Where(m => !File.Exists(FileOf(m))).Order(StringComparer.Ordinal))
            {
                File.Delete(marker);
            }
        }
    }

    private static List<string> Ready(string partnerFolder) => !Directory.Exists(partnerFolder)
        ? []
        : [.. Directory.EnumerateFiles(partnerFolder, "*" + FolderNames.Ready).Where(m => File.Exists(FileOf(m))).Order(StringComparer.Ordinal)];

    private static string FileOf(string marker) => marker[..^FolderNames.Ready.Length];

    private async Task<Failure?> TakeFileAsync(string partner, string marker, CancellationToken cancellationToken)
    {
        var path = FileOf(marker);
        DoorAnswer? answer;
        Failure? failure;
        byte[] content;
        await using (var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None))
        {
            if (!(await door.TakeAsync(partner, source, cancellationToken)).Succeeded(out answer, out failure))
            {
                return Failed(partner, marker, failure);
            }

            source.Position = 0;
            content = answer.IsAccepted ? [] : await ReadAsync(source, cancellationToken);
        }

        // The partner's own name for the file stays in the partner's folder only.
        var results = Path.Combine(folder, partner, answer.IsAccepted ? FolderNames.Accepted : FolderNames.Rejected);
        var name = Path.GetFileName(path);
        AtomicFile.WriteShared(Path.Combine(results, name + ".report.json"), answer.Json);
        AtomicFile.WriteShared(Path.Combine(results, name + ".report.txt"), Encoding.UTF8.GetBytes(answer.Text));
        if (!answer.IsAccepted)
        {
            shelf.Keep(partner, NumberOf(content), content);
        }

        File.Delete(path);
        File.Delete(marker);
        _lasting.RemoveWhere(l => l.StartsWith(partner + " ", StringComparison.Ordinal));
        installation.Audit.Record(Security.UserTable.Schedule, answer.IsAccepted ? "intake-accepted" : "intake-rejected", partner);
        return null;
    }

    /// <summary>The file stays where it is. Trouble that lasts stands once in the audit trail, not at every look.</summary>
    private Failure? Failed(string partner, string marker, Failure failure)
    {
        if (_lasting.Add($"{partner} {failure.Code}"))
        {
            installation.Audit.Record(Security.UserTable.Schedule, "intake-failed", partner);
        }

        if (failure.Exit != ExitCode.InvalidInput)
        {
            return failure;
        }

        // Nobody of that name is in the register: an answer, not trouble of ours. The file may be marked again once the register is mended.
        var answer = string.Concat(new[] { Language.Tr, Language.En }.Select(l => Messages.In(l).Format(failure.Code, [.. failure.Arguments]) + "\n"));
        AtomicFile.WriteShared(Path.Combine(folder, partner, FolderNames.Rejected, Path.GetFileName(FileOf(marker)) + ".report.txt"), Encoding.UTF8.GetBytes(answer));
        File.Delete(marker);
        return null;
    }

    private string NumberOf(byte[] content) => installation.ContentCode(SHA256.HashData(content))[..16];

    private static async Task<byte[]> ReadAsync(Stream source, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await source.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }
}
