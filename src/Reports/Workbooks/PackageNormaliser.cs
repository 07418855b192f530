using System.IO.Compression;

namespace Reports.Workbooks;

/// <summary>
/// Rewrites a package so that equal content has equal bytes on every machine: parts in a fixed order, one timestamp, no invented names, and
/// stored without compression, because two builds of zlib may pack the same content differently.
/// </summary>
internal static class PackageNormaliser
{
    // The earliest time a zip entry can hold.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Normalise(Stream package)
    {
        var parts = PackageNames.Fix(Read(package));
        using var result = new MemoryStream();
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that stream want the content types first.
            foreach (var (name, bytes) in parts
                .OrderBy(p => !string.Equals(p.Key, PackageNames.ContentTypes, StringComparison.Ordinal))
                .ThenBy(p => p.Key, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = Timestamp;
                using var to = entry.Open();
                to.Write(bytes);
            }
        }

        return result.ToArray();
    }

    private static Dictionary<string, byte[]> Read(Stream package)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in source.Entries)
        {
            using var from = entry.Open();
            using var copy = new MemoryStream();
            from.CopyTo(copy);
            parts.Add(entry.FullName, copy.ToArray());
        }

        return parts;
    }
}
