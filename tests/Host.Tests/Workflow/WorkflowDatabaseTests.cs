using Host.Storage;
using Host.Tests.Support;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Tests.Workflow;

public sealed class WorkflowDatabaseTests
{
    private static readonly KeyRing Keys = KeyRing.FromSeed("k1", "tests");

    [Fact]
    public void ChangedByANewerProgram_IsRefused()
    {
        using var folder = new SomeFolder();
        var database = WorkflowDatabase.Open(folder.Path, Keys);
        using (var connection = database.Connect())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Host.Workflow.Migrations.9999-later.sql', '2030-01-01')";
            command.ExecuteNonQuery();
        }

        Assert.Equal("workflow.db", Assert.Throws<NewerSchemaException>(() => WorkflowDatabase.Open(folder.Path, Keys)).What);
    }

    [Fact]
    public async Task Lock_HeldByAnother_IsToldAfterPatience_AndTheWaitCanBeCancelled()
    {
        using var folder = new SomeFolder();
        await using var held = PathLock.Acquire(folder["a.lock"], TimeSpan.Zero, CancellationToken.None);
        Assert.Throws<LockHeldException>(() => PathLock.Acquire(folder["a.lock"], TimeSpan.FromMilliseconds(100), CancellationToken.None));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.ThrowsAny<OperationCanceledException>(() => PathLock.Acquire(folder["a.lock"], TimeSpan.FromMinutes(1), soon.Token));
    }
}
