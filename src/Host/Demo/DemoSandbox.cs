using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Host.Composition;
using Host.Configuration;
using Host.Storage;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Demo;

/// <summary>
/// The folder of the demonstration: an installation of its own with settings, keys and users, nothing secret about it. Written beside its place and
/// put there in one step; a folder that is no earlier demonstration is left alone.
/// </summary>
internal sealed class DemoSandbox : IDisposable
{
    public const string Drafter = "drafter";

    public const string Approver = "approver";

    private const string KeyId = "demo-1";

    private const string SettingsFile = "reporting.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly FileStream _alone;

    private DemoSandbox(string place, FileStream alone)
    {
        _alone = alone;
        Place = place;
        Work = place + ".partial";
    }

    /// <summary>Where it will stand.</summary>
    public string Place { get; }

    private string Work { get; }

    /// <summary>Takes a place for one run; a second run at the same time is turned away.</summary>
    /// <returns>Null where something else stands there.</returns>
    /// <exception cref="LockHeldException">Another demonstration is at work on the same folder.</exception>
    public static DemoSandbox? At(string folder)
    {
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (Path.GetDirectoryName(place) is not { } parent || File.Exists(place))
        {
            return null;
        }

        Directory.CreateDirectory(parent);
        var sandbox = new DemoSandbox(place, PathLock.Acquire(LockOf(place), TimeSpan.Zero, CancellationToken.None));
        FolderSwap.Mend(place);
        if (!Directory.Exists(place) || IsDemo(place) || !Directory.EnumerateFileSystemEntries(place).Any())
        {
            return sandbox;
        }

        sandbox.Dispose();
        return null;
    }

    /// <summary>Settings of the demonstration that stands in a folder; null where none does.</summary>
    public static SettingsSource? SettingsIn(string folder) => IsDemo(folder)
        ? new SettingsSource(new Dictionary<string, string>(StringComparer.Ordinal), Path.Combine(Path.GetFullPath(folder), SettingsFile))
        : null;

    /// <summary>The clock by which a finished demonstration is used.</summary>
    public static TimeProvider ClockIn(string folder) => new ShiftedClock(File.GetLastWriteTimeUtc(Path.Combine(Path.GetFullPath(folder), SettingsFile)));

    public static string CredentialOf(string user) => $"demo credential of {user}";

    /// <summary>A ring that holds the demonstration's key, under whatever name.</summary>
    public static bool Knows(KeyRing keys)
    {
        var known = KeysOfDemonstration().Current(KeyPurpose.Audit);
        return keys.Ids.Any(id => CryptographicOperations.FixedTimeEquals(keys.Derive(id, KeyPurpose.Audit), known));
    }

    /// <summary>A fresh installation beside the place.</summary>
    public Installation Begin(TimeProvider clock, DemoExtent extent)
    {
        Clear();
        var settings = new Settings
        {
            Store = new StoreSettings { Private = Path.Combine(Work, "private"), Published = Path.Combine(Work, "published"), Keys = Path.Combine(Work, "keys") },
            Calendar = extent == DemoExtent.LastYear
                ? new CalendarSettings { FirstQuarter = "2025-Q1" }
                : new CalendarSettings { FirstQuarter = "2023-Q1", HistoryUntil = new DateOnly(2025, 1, 20) },
        };
        AtomicFile.Write(Path.Combine(Work, "keys", Installation.KeyRingFile), Encoding.UTF8.GetBytes(KeyRingText()));
        foreach (var user in new[] { Drafter, Approver })
        {
            AtomicFile.Write(Path.Combine(Work, "keys", user + ".credential"), Encoding.UTF8.GetBytes(CredentialOf(user) + "\n"));
        }

        AtomicFile.WriteShared(Path.Combine(Work, SettingsFile), Encoding.UTF8.GetBytes(SettingsText(settings)));
        Directory.CreateDirectory(settings.Store.Published);
        var installation = Installation.Open(settings, KeysOfDemonstration(), clock);
        DemoUsers.Make(installation);
        return installation;
    }

    /// <summary>Puts the folder in its place.</summary>
    public void Finish()
    {
        DemoTrace.Reached(DemoStage.Made);
        FolderSwap.Put(Work, Place, () => DemoTrace.Reached(DemoStage.Placed));
    }

    /// <summary>Takes away what is not finished, and frees the place for others.</summary>
    public void Dispose()
    {
        Clear();
        File.Delete(LockOf(Place));
        _alone.Dispose();
    }

    private static string LockOf(string place) => place + ".lock";

    private void Clear()
    {
        if (Directory.Exists(Work))
        {
            Directory.Delete(Work, recursive: true);
        }
    }

    private static bool IsDemo(string folder) => File.Exists(Path.Combine(folder, "keys", Drafter + ".credential"));

    // The key follows from a word that everybody can read here: the demonstration gives the same bytes on every machine, and protects nobody.
    private static string KeyRingText() => JsonSerializer.Serialize(
        new
        {
            schemaVersion = 1,
            current = KeyId,
            pseudonym = KeyId,
            keys = new[] { new { id = KeyId, secret = SHA256.HashData("the key of the demonstration is no secret"u8) } },
        },
        JsonSerializerOptions.Web);

    private static KeyRing KeysOfDemonstration() => KeyRing.TryRead(KeyRingText(), out var keys, out _)
        ? keys
        : throw new InvalidOperationException("The key ring of the demonstration cannot be read.");

    private static string SettingsText(Settings settings) => JsonSerializer.Serialize(
        new
        {
            schemaVersion = 1,
            store = new { @private = "private", published = "published", keys = "keys" },
            calendar = settings.Calendar.HistoryUntil is { } until
                ? new { firstQuarter = settings.Calendar.FirstQuarter, historyUntil = until }
                : (object)new { firstQuarter = settings.Calendar.FirstQuarter },
        },
        Indented) + "\n";
}
