using System.IO.Compression;
using Publication.Releases;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>
/// Writes a draft as one zip archive into a stream, every sheet and picture stamped. It never touches a disk itself: a draft is for cleared
/// eyes, and the caller encrypts it.
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
        foreach (var file in ReleaseFiles.OfDraft(ReportSource.OfDraft(draft, bulletin, earlier)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = archive.CreateEntry(file.Path, CompressionLevel.Fastest);
            entry.LastWriteTime = Timestamp;
            using var stream = entry.Open();
            stream.Write(file.Make());
        }
    }
}
