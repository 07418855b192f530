using Host.Samples.Programme;
using Host.Samples.Traps;
using Ingest.Schema;

namespace Host.Samples;

/// <summary>Writes synthetic exports and figures of six invented partners, with the truth about them beside.</summary>
internal static class SampleGenerator
{
    private const string Unfinished = ".partial";

    /// <summary>
    /// Fills <paramref name="outDirectory"/>. The same cases and seed give the same bytes. A new folder appears at once when all is written;
    /// cancelling leaves nothing. Memory grows with the people reported twice in one quarter, not with the cases.
    /// </summary>
    /// <param name="cases">People reported in all twelve quarters, from 0; second reports come on top.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="outDirectory">Must not exist, or be an empty folder; what a killed run left unfinished counts as nothing.</param>
    /// <param name="cancellationToken">Looked at before each case.</param>
    /// <param name="written">Is told how many cases are written, quarter by quarter.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left.</exception>
    public static SampleOutcome Write(int cases, ulong seed, string outDirectory, CancellationToken cancellationToken, IProgress<int>? written = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory));
        if (IsTaken(target))
            return SampleOutcome.FolderNotEmpty;
        // A folder that is there already may be a mounted volume or somebody's working directory: it is filled, not replaced.
        bool stays = Directory.Exists(target);
        string partial = stays ? Path.Combine(target, Unfinished) : target + Unfinished;
        Remove(partial);
        try
        {
            Directory.CreateDirectory(partial);
            using (var folder = new SampleFolder(partial, seed))
                folder.Write(cases, written, cancellationToken);
            OddFiles.Save(partial);
            new FigureFiles(CodeLists.Load(), seed).Save(partial);
            if (stays)
                MoveContent(partial, target);
            else
                Directory.Move(partial, target);
            return SampleOutcome.Written;
        }
        finally
        {
            Remove(partial);
        }
    }

    private static bool IsTaken(string target) =>
        File.Exists(target)
        || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any(entry => Path.GetFileName(entry) is not Unfinished));

    private static void MoveContent(string from, string to)
    {
        foreach (string folder in Directory.GetDirectories(from))
            Directory.Move(folder, Path.Combine(to, Path.GetFileName(folder)));
        foreach (string file in Directory.GetFiles(from))
            File.Move(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
