using System.Text;
using Host.Doors;
using Host.Outcomes;
using Host.Tests.Support;

namespace Host.Tests.Doors;

public sealed class FolderWatchTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public async Task MarkerWithoutItsFile_IsTakenAway_SoThatTheNextFileOfThatNameWaitsForItsOwn()
    {
        var door = new SomeDoor(new DoorAnswer { IsAccepted = true, Json = "{}"u8.ToArray(), Text = "" });
        var watch = Watch(door);
        Drop("GOC", "a.csv");
        File.WriteAllText(Path.Combine(In("GOC"), "b.csv.ready"), "");
        await watch.TakeAsync("GOC", CancellationToken.None);
        File.WriteAllText(Path.Combine(In("GOC"), "b.csv"), "half of");
        Assert.Empty(watch.Waiting());
        await watch.TakeAsync("GOC", CancellationToken.None);
        Assert.Equal(1, door.Calls);
        Assert.True(File.Exists(Path.Combine(In("GOC"), "b.csv")));
    }

    [Fact]
    public async Task FolderOfNobodyInTheRegister_IsAnsweredOnce_AndKeepsItsFile()
    {
        var door = new SomeDoor(new Failure(ExitCode.InvalidInput, "StoreUnknownPartner"));
        var watch = Watch(door);
        Drop("XYZ", "a.csv");
        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await watch.TakeAsync("XYZ", CancellationToken.None)).Failure);
        }

        Assert.Equal(1, door.Calls);
        Assert.Equal(1, Audited("intake-failed"));
        Assert.True(File.Exists(Path.Combine(In("XYZ"), "a.csv")));
        var answer = File.ReadAllText(Path.Combine(In("XYZ"), "rejected", "a.csv.report.txt"), Encoding.UTF8);
        Assert.Contains("kayıtlı değil", answer, StringComparison.Ordinal);
        Assert.Contains("no such partner", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TroubleOfOurs_LeavesFileAndMarker_AndStandsOnceInTheAuditTrail()
    {
        var watch = Watch(new SomeDoor(new Failure(ExitCode.DependencyUnavailable, "StoreDiskFull")));
        Drop("GOC", "a.csv");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("StoreDiskFull", (await watch.TakeAsync("GOC", CancellationToken.None)).Failure?.Code);
        }

        Assert.Equal(["GOC"], watch.Waiting());
        Assert.Equal(1, Audited("intake-failed"));
    }

    private FolderWatch Watch(IIntakeDoor door) =>
        new(_some.Host, door, new RepairShelf(_some.Settings.Intake.Folder!, _some.Host.Vault, 14, _some.Clock), _some.Settings.Intake.Folder!);

    private string In(string partner) => Path.Combine(_some.Settings.Intake.Folder!, partner);

    private void Drop(string partner, string name)
    {
        Directory.CreateDirectory(In(partner));
        File.WriteAllText(Path.Combine(In(partner), name), "x");
        File.WriteAllText(Path.Combine(In(partner), name + ".ready"), "");
    }

    private long Audited(string action)
    {
        using var connection = _some.Host.Database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM audit WHERE action = $action";
        command.Parameters.AddWithValue("$action", action);
        return (long)command.ExecuteScalar()!;
    }

    private sealed class SomeDoor(Outcome<DoorAnswer> answer) : IIntakeDoor
    {
        public int Calls { get; private set; }

        public Task<Outcome<DoorAnswer>> TakeAsync(string partner, Stream source, Ingest.Intake.IntakeOptions options, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(answer);
        }
    }
}
