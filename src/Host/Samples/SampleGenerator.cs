using Host.Samples.Traps;

namespace Host.Samples;

/// <summary>Writes synthetic exports of six invented partners, with the truth about them beside.</summary>
internal static class SampleGenerator
{
    /// <summary>
    /// Fills <paramref name="outDirectory"/>. The same cases and seed give the same bytes. The folder appears at once when all is written;
    /// cancelling leaves nothing. Memory grows with the people reported twice in one quarter, not with the cases.
    /// </summary>
    /// <param name="cases">People reported in all twelve quarters, from 0; second reports come on top.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="outDirectory">Must not exist, or be empty.</param>
    /// <param name="cancellationToken">Looked at before each case.</param>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left.</exception>
    public static SampleOutcome Write(int cases, ulong seed, string outDirectory, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(outDirectory));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            return SampleOutcome.FolderNotEmpty;
        string partial = target + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        try
        {
            Directory.CreateDirectory(partial);
            using (var folder = new SampleFolder(partial, seed))
                folder.Write(cases, cancellationToken);
            OddFiles.Save(partial);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(partial, target);
            return SampleOutcome.Written;
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }
}
