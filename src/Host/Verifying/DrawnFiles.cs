using System.Reflection;
using Host.Publishing;
using Publication.Releases;
using Reports.Bulletins;
using Reports.Files;

namespace Host.Verifying;

/// <summary>Whether workbooks, charts and tables are what is drawn from the sealed figures. For that it takes the ledger, and the version that drew them.</summary>
internal static class DrawnFiles
{
    /// <param name="folder">The published folder.</param>
    /// <param name="content">What was read from it.</param>
    /// <param name="history">Null where no ledger is at hand: nothing is then compared, and the result says so.</param>
    public static IEnumerable<CheckResult> Of(string folder, ReleaseContent content, PublishedHistory? history)
    {
        var paths = FolderFiles.PathsIn(folder);
        var drawn = paths.Count(f => Path.GetExtension(f) is ".xlsx" or ".svg" or ".png");
        if (history?.Find(content.Header.Id) is not { } release || release.Content.Header.ProductVersion != Version)
        {
            return [new CheckResult("VerifyDrawn", Holds: null, $"{drawn}")];
        }

        var bulletin = ShippedBulletins.Of(release.Content.Header.Period.IsYear ? BulletinGrain.Year : BulletinGrain.Quarter);
        var differences = ReleaseFolderComparer.FindDifferences(release, bulletin, history.Before(release), paths, p => File.ReadAllBytes(Path.Join(folder, p)));
        return FolderVerifier.Judge("VerifyDrawn", differences, $"{drawn}");
    }

    private static string Version => typeof(DrawnFiles).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
