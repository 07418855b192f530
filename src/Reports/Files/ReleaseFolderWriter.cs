using Publication.Releases;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>Writes the published folder of a release: figures, structure, proof, workbooks and charts.</summary>
public static class ReleaseFolderWriter
{
    /// <summary>
    /// Writes the whole folder beside its place and moves it there in one step, so that a reader finds all of it or none. What a killed run left
    /// half-written is cleared first.
    /// </summary>
    /// <param name="release">What is published.</param>
    /// <param name="bulletin">How it is told.</param>
    /// <param name="earlier">Releases to compare with; later ones and the release itself are left out.</param>
    /// <param name="directory">Path of the folder; its parent is made if missing.</param>
    /// <param name="cancellationToken">Leaves nothing behind when cancelled.</param>
    /// <param name="progress">Is told of each file, from several threads.</param>
    public static FolderOutcome Write(
        Release release,
        BulletinDefinition bulletin,
        IReadOnlyList<Release> earlier,
        string directory,
        CancellationToken cancellationToken,
        IProgress<FilesWritten>? progress = null)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
        {
            return FolderOutcome.NotEmpty;
        }

        var source = ReportSource.Of(release, bulletin, earlier);
        var partial = Path.Join(Path.GetDirectoryName(place), $".{Path.GetFileName(place)}.partial");
        Remove(partial);
        try
        {
            WriteFiles(ReleaseFiles.Of(release, source), partial, progress, cancellationToken);
            if (Directory.Exists(place))
            {
                Directory.Delete(place);
            }

            Directory.Move(partial, place);
        }
        catch
        {
            Remove(partial);
            throw;
        }

        return FolderOutcome.Written;
    }

    private static void WriteFiles(IReadOnlyList<ReportFile> files, string folder, IProgress<FilesWritten>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var subfolder in files.Select(f => Path.GetDirectoryName(f.Path)).Where(d => !string.IsNullOrEmpty(d)).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Join(folder, subfolder));
        }

        var written = 0;
        progress?.Report(new FilesWritten(0, files.Count));

        // The bytes of a file depend on no other file, so the order in which threads make them does not show.
        try
        {
            Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellationToken }, file =>
            {
                WriteFile(Path.Join(folder, file.Path), file.Make());
                progress?.Report(new FilesWritten(Interlocked.Increment(ref written), files.Count));
            });
        }
        catch (AggregateException all) when (all.InnerExceptions.Count > 0)
        {
            // One cause is enough, and callers look for its type (a full disk is an IOException).
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }
    }

    private static void WriteFile(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
