using System.Text.RegularExpressions;
using Publication.Releases;

namespace Host.Verifying;

/// <summary>Whether a published folder holds the files it should and no others. What is in workbooks and charts is not read here.</summary>
internal static partial class FolderFiles
{
    private static readonly string[] Always = ["bulletin.en.xlsx", "bulletin.tr.xlsx", "proof.json", "release.json", "tables.json"];

    /// <summary>Files of a folder by their paths in it, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> PathsIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a release has a file of this path.</summary>
    public static bool Belongs(string path, ReleaseContent content) => Expected(content).Contains(path, StringComparer.Ordinal) || IsChart(path, content);

    public static IEnumerable<CheckResult> Of(string folder, ReleaseContent content)
    {
        var present = PathsIn(folder);
        var expected = Expected(content).ToHashSet(StringComparer.Ordinal);
        var charts = present.Where(f => IsChart(f, content)).ToArray();

        // A chart comes in both languages and as both kinds of picture, or not at all.
        var halves = charts.GroupBy(f => f[..f.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal).Where(g => g.Count() != 4).Select(g => g.Key);
        var foreign = present.Except(expected, StringComparer.Ordinal).Except(charts, StringComparer.Ordinal);
        var faults = expected.Except(present, StringComparer.Ordinal).Concat(foreign).Concat(halves).Order(StringComparer.Ordinal);
        return FolderVerifier.Judge("VerifyFiles", faults, $"{present.Count}");
    }

    private static IEnumerable<string> Expected(ReleaseContent content) => Always.Concat(content.Tables.Select(t => t.Design.Id + ".csv"));

    private static bool IsChart(string path, ReleaseContent content) =>
        Chart().Match(path) is { Success: true } match && content.FindTable(match.Groups[1].Value) is not null;

    [GeneratedRegex(@"^charts/([a-z][a-z0-9-]*?)(-series)?\.(tr|en)\.(svg|png)$", RegexOptions.CultureInvariant)]
    private static partial Regex Chart();
}
