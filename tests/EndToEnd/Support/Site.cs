using System.Text;
using EndToEnd.Architecture;
using Host.Composition;
using Host.Configuration;
using Host.Doors;
using Host.Security;
using Ingest.Pseudonymise;
using Ingest.Sealing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace EndToEnd.Support;

/// <summary>A whole installation in a folder of the test's own: settings, keys, users, the six partners of the samples.</summary>
internal sealed class Site : IDisposable
{
    public const string Credential = "a credential for tests";

    private const int FewRounds = 1000;

    private readonly bool _owned;

    private Site(string folder, bool owned)
    {
        Folder = folder;
        _owned = owned;
    }

    public string Folder { get; }

    public string SettingsFile => Path.Combine(Folder, "reporting.json");

    public string Published => Path.Combine(Folder, "published");

    private static string KeyRingText
    {
        get
        {
            var secret = Convert.ToBase64String(Encoding.ASCII.GetBytes("a key for tests, 32 bytes long.."));
            return $$"""{ "schemaVersion": 1, "current": "test-1", "pseudonym": "test-1", "keys": [{ "id": "test-1", "secret": "{{secret}}" }] }""";
        }
    }

    public string Incoming => Path.Combine(Folder, "in");

    public static string Samples => Path.Combine(SourceTree.Root, "data-samples");

    public static IReadOnlyList<PartnerEntry> Partners =>
        PartnerFile.Read(Path.Combine(Samples, "partners.json")).Succeeded(out var partners, out var failure) ? partners : throw new InvalidOperationException(failure.Code);

    public WebSettings Web { get; set; } = new();

    public ReminderSettings Reminders { get; set; } = new();

    public Settings Settings => new()
    {
        Reminders = Reminders,
        Web = Web,
        Store = new StoreSettings { Private = Path.Combine(Folder, "private"), Published = Published, Keys = Path.Combine(Folder, "keys") },
        Intake = new IntakeSettings { Folder = Incoming },
        Calendar = new CalendarSettings { FirstQuarter = "2025-Q1" },
    };

    /// <summary>An open connection to a database of a site, under the ring that every site begins with.</summary>
    public static SqliteConnection Connect(string database)
    {
        if (!KeyRing.TryRead(KeyRingText, out var keys, out _))
        {
            throw new InvalidOperationException("The ring of tests cannot be read.");
        }

        var to = SealedDatabase.Open(database, keys).Connection();
        to.Pooling = false;
        var connection = new SqliteConnection(to.ToString());
        connection.Open();
        return connection;
    }

    public static Site New()
    {
        var site = new Site(Directory.CreateTempSubdirectory("reporting-site-").FullName, owned: true);
        Directory.CreateDirectory(Path.Combine(site.Folder, "keys"));
        File.WriteAllText(Path.Combine(site.Folder, "keys", Installation.KeyRingFile), KeyRingText);
        File.WriteAllText(
            site.SettingsFile,
            """
            { "schemaVersion": 1, "store": { "private": "private", "published": "published", "keys": "keys" },
              "intake": { "folder": "in" }, "calendar": { "firstQuarter": "2025-Q1" } }
            """);
        return site;
    }

    /// <summary>The same installation as it stands now, in another folder.</summary>
    public Site Copy()
    {
        var copy = new Site(Directory.CreateTempSubdirectory("reporting-site-").FullName, owned: true);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public KeyRing Keys() => KeyRing.TryLoadFile(Path.Combine(Folder, "keys", Installation.KeyRingFile), out var keys, out _) ? keys : throw new InvalidOperationException("No keys.");

    public ReleaseDesk Open(TimeProvider clock)
    {
        var installation = Installation.Open(Settings, Keys(), clock);
        User(installation, "drafter", Role.Analyst);
        User(installation, "approver", Role.Approver);
        User(installation, "second", Role.Approver);
        User(installation, "publisher", Role.Publisher);
        if (!ReleaseDesk.Open(installation).Succeeded(out var desk, out var failure))
        {
            throw new InvalidOperationException(failure.Code);
        }

        foreach (var partner in Partners)
        {
            Assert.True(desk.Store.Register(partner.ToPartner()).Succeeded);
        }

        return desk;
    }

    public ReportingProcess Process(string? user = null)
    {
        var process = new ReportingProcess().With("REPORTING_CONFIG", SettingsFile);
        return user is null ? process : process.With("REPORTING_CREDENTIAL", Credential);
    }

    public void Dispose()
    {
        if (_owned)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void User(Installation installation, string id, Role role)
    {
        if (!installation.Users.Active().Contains(id, StringComparer.Ordinal))
        {
            Assert.Null(installation.Users.Put(id, Credential, [role], "test", FewRounds).Failure);
        }
    }
}
