using Host.Composition;
using Host.Configuration;
using Host.Security;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Tests.Support;

/// <summary>An installation in a folder of the test's own, with a drafter, two approvers and a publisher.</summary>
internal sealed class SomeInstallation : IDisposable
{
    public const string Credential = "a credential for tests";

    // A test needs the function, not its slowness.
    private const int FewRounds = 1000;

    private readonly SomeFolder _folder = new();

    public SomeInstallation()
    {
        Settings = new Settings
        {
            Store = new StoreSettings { Private = _folder["private"], Published = _folder["published"], Keys = _folder["keys"] },
            Intake = new IntakeSettings { Folder = _folder["in"] },
            Calendar = new CalendarSettings { FirstQuarter = "2025-Q4" },
        };
        Host = Installation.Open(Settings, KeyRing.FromSeed("test-1", "host tests"), Clock);
        User("drafter", Role.Analyst);
        User("approver", Role.Approver);
        User("second", Role.Approver);
        User("publisher", Role.Publisher);
    }

    public SomeClock Clock { get; } = new("2026-01-22T09:00:00Z");

    public Settings Settings { get; }

    public Installation Host { get; }

    public string Folder => _folder.Path;

    public DraftRow Draft(string by = "drafter", string release = "2025-Q4.1")
    {
        var period = release[..release.IndexOf('.', StringComparison.Ordinal)];
        var (id, number) = Host.Drafts.Next(release, period);
        var row = new DraftRow
        {
            DraftId = id,
            ReleaseId = release,
            Period = period,
            Number = number,
            DraftedBy = by,
            DraftedAt = Instant.Write(Clock.GetUtcNow()),
            ContentMac = new string('a', 64),
            PublishAt = "2026-02-14T07:00:00Z",
        };
        return Host.Drafts.Add(row).Succeeded(out var added, out var failure) ? added : throw new InvalidOperationException(failure.Code);
    }

    public void User(string id, Role role) => Assert.Null(Host.Users.Put(id, Credential, [role], "test", FewRounds).Failure);

    public void Dispose() => _folder.Dispose();
}
