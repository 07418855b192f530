using EndToEnd.Architecture;
using EndToEnd.Support;
using Host.Composition;
using Host.Configuration;
using Host.Security;

namespace EndToEnd.Kept;

/// <summary>A kept installation, copied to a folder of the test's own.</summary>
internal sealed class KeptSite : IDisposable
{
    public const string Credential = "a credential that is kept";

    public KeptSite(string version)
    {
        Folder = Directory.CreateTempSubdirectory("reporting-kept-").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Home, version), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(Path.Combine(Home, version), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public static IEnumerable<string> Versions => Directory.EnumerateDirectories(Home, "v*").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public string Folder { get; }

    public string KeyFile => Path.Combine(Folder, "keys", "keyring.json");

    public string Published => Path.Combine(Folder, "published", "2025-Q1");

    private static string Home => Path.Combine(SourceTree.Root, "tests", "EndToEnd", "Kept");

    public ReportingProcess Process() => new ReportingProcess().With("REPORTING_CONFIG", Path.Combine(Folder, "reporting.json")).With("REPORTING_CREDENTIAL", Credential);

    public Installation Open()
    {
        var settings = new SettingsSource(new Dictionary<string, string>(StringComparer.Ordinal), Path.Combine(Folder, "reporting.json")).Read();
        return settings.Succeeded(out var read, out var failure) && KeySource.Read(KeyFile).Succeeded(out var keys, out failure)
            ? Installation.Open(read, keys, new SiteClock("2026-11-25T09:00:00Z"))
            : throw new InvalidOperationException(failure.Code);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
