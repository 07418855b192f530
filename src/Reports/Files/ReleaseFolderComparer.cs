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
    /// <param name="directory">The published folder.</param>
    /// <returns>Paths, with forward slashes and in ordinal order, of files that differ, are missing or are not of the release.</returns>
    public static IReadOnlyList<string> FindDifferences(
        Release release,
        BulletinDefinition bulletin,
        IReadOnlyList<Release> earlier,
        string directory)
    {
        var files = ReleaseFiles.Of(release, ReportSource.Of(release, bulletin, earlier));
        var differs = new bool[files.Count];
        Parallel.For(0, files.Count, i =>
        {
            var path = Path.Join(directory, files[i].Path);
            differs[i] = !File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(files[i].Make());
        });
        var foreign = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(directory, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Except(files.Select(f => f.Path), StringComparer.Ordinal);
        return [.. files.Where((_, i) => differs[i]).Select(f => f.Path).Concat(foreign).Order(StringComparer.Ordinal)];
    }
}
