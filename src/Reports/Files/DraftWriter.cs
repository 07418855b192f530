using System.IO.Compression;
using Publication.Releases;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>
/// Writes a draft, every sheet and picture stamped: as one zip archive into a stream, or one file at a time. It never touches a disk itself: a draft is for
/// cleared eyes, and the caller encrypts it or sends it to them alone.
/// </summary>
public static class DraftWriter
{
    // The earliest time a zip entry can hold; the same draft has the same bytes.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes tables, workbooks and charts of a verified release; no seal and no proof, which only publication gives.</summary>
    public static void Write(
        VerifiedRelease draft,
        BulletinDefinition bulletin,
        IReadOnlyList<Release> earlier,
        Stream zip,
        CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in FilesOf(draft, bulletin, earlier))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = archive.CreateEntry(file.Path, CompressionLevel.Fastest);
            entry.LastWriteTime = Timestamp;
            using var stream = entry.Open();
            stream.Write(file.Make());
        }
    }

    /// <summary>Paths of the files, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths(VerifiedRelease draft, BulletinDefinition bulletin, IReadOnlyList<Release> earlier) =>
        [.. FilesOf(draft, bulletin, earlier).Select(f => f.Path)];

    /// <summary>One of the files; null where there is none of that path.</summary>
    public static byte[]? Make(VerifiedRelease draft, BulletinDefinition bulletin, IReadOnlyList<Release> earlier, string path) =>
        FilesOf(draft, bulletin, earlier).FirstOrDefault(f => string.Equals(f.Path, path, StringComparison.Ordinal))?.Make();

    private static IReadOnlyList<ReportFile> FilesOf(VerifiedRelease draft, BulletinDefinition bulletin, IReadOnlyList<Release> earlier) =>
        ReleaseFiles.OfDraft(ReportSource.OfDraft(draft, bulletin, earlier));
}
