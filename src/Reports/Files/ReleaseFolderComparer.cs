using Publication.Releases;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>Holds a published folder against what is written from its release, byte for byte.</summary>
public static class ReleaseFolderComparer
{
    /// <summary>Makes every file of the folder again in memory; nothing is written.</summary>
    /// <param name="release">What was published.</param>
    /// <param name="bulletin">How it is told.</param>
    /// <param name="earlier">The releases that it was compared with when it was published.</param>
    /// <param name="paths">Files that the folder holds, with forward slashes.</param>
    /// <param name="read">The bytes of one of them.</param>
    /// <returns>Paths, with forward slashes and in ordinal order, of files that differ, are missing or are not of the release.</returns>
    public static IReadOnlyList<string> FindDifferences(
        Release release,
        BulletinDefinition bulletin,
        IReadOnlyList<Release> earlier,
        IReadOnlyCollection<string> paths,
        Func<string, byte[]> read)
    {
        var files = ReleaseFiles.Of(release, ReportSource.Of(release, bulletin, earlier));
        var held = paths.ToHashSet(StringComparer.Ordinal);
        var differs = new bool[files.Count];
        Parallel.For(0, files.Count, i => differs[i] = !held.Contains(files[i].Path) || !read(files[i].Path).AsSpan().SequenceEqual(files[i].Make()));
        var foreign = held.Except(files.Select(f => f.Path), StringComparer.Ordinal);
        return [.. files.Where((_, i) => differs[i]).Select(f => f.Path).Concat(foreign).Order(StringComparer.Ordinal)];
    }
}
