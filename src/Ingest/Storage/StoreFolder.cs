using System.Globalization;
using Ingest.Catalogue;

namespace Ingest.Storage;

/// <summary>The folder of a store: the catalogue, the lock taken while it is opened, and the case files.</summary>
internal sealed class StoreFolder
{
    private const string CaseFileEnding = ".parquet";
    private const string FigureFileEnding = ".figures";

    public StoreFolder(string root)
    {
        Root = Path.GetFullPath(root);
        Cases = Path.Combine(Root, "cases");
    }

    public string Root { get; }

    public string Cases { get; }

    public string Catalogue => Path.Combine(Root, "catalogue.db");

    /// <summary>Held while files are looked through for withdrawn consents.</summary>
    public string SweepLock => Path.Combine(Root, "sweep.lock");

    public string Lock => Path.Combine(Root, "open.lock");

    /// <summary>The name says which upload and which key, and nothing of the content.</summary>
    public static string NameOf(UploadId upload, string keyId, UploadContent content, long edition = 0) =>
        $"{upload}.{keyId}{MarkOf(edition)}{(content is UploadContent.Figures ? FigureFileEnding : CaseFileEnding)}";

    /// <summary>Tells the editions of a case file apart; the first has no mark.</summary>
    public static string MarkOf(long edition) => edition == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $".w{edition}");

    public string PathOf(string fileName) => Path.Combine(Cases, fileName);

    public void Create()
    {
        CreateForOwner(Root);
        CreateForOwner(Cases);
    }

    /// <summary>Makes a folder for its owner alone, where there is none.</summary>
    public static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// Deletes what no upload owns: files whose writer is gone, files put in place without a row, and files of destroyed uploads.
    /// Called under the catalogue's write lock, under which alone files are put in place.
    /// </summary>
    /// <returns>How many files were deleted.</returns>
    public int RemoveLeftovers(IEnumerable<string> owned)
    {
        var keep = owned.ToHashSet(StringComparer.Ordinal);
        int removed = 0;
        foreach (string path in Directory.EnumerateFiles(Cases).Order(StringComparer.Ordinal))
        {
            if (!keep.Contains(Path.GetFileName(path)) && !IsBeingWritten(path))
            {
                File.Delete(path);
                removed++;
            }
        }

        if (removed > 0)
        {
            DurableFolder.Sync(Cases);
        }

        return removed;
    }

    private static bool IsBeingWritten(string path)
    {
        if (!path.EndsWith(TemporaryCaseFile.Ending, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            using var _ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
