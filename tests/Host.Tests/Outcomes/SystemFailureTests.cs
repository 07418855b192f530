using Host.Outcomes;
using Host.Storage;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Outcomes;

public sealed class SystemFailureTests
{
    public static TheoryData<Exception, string?> Exceptions => new()
    {
        { new IOException("canary", 28), "DiskFull" },
        { new IOException("canary"), "StorageUnavailable" },
        { new UnauthorizedAccessException("canary"), "StorageUnavailable" },
        { new LockHeldException(), "Busy" },
        { new NewerSchemaException("workflow.db"), "NewerSchema" },
        { new SqliteException("canary", 13), "DiskFull" },
        { new SqliteException("canary", 10, 4874), "DiskFull" },
        { new SqliteException("canary", 5), "Busy" },
        { new SqliteException("canary", 26), "StorageUnavailable" },
        { new IOException("canary", new SqliteException("canary", 13)), "DiskFull" },
        { new SqliteException("canary", 19), null },
        { new InvalidOperationException("canary"), null },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Exception_OfTheSystemHasItsCode_AndSaysNothingElse(Exception exception, string? code)
    {
        var failure = SystemFailure.Of(exception);
        Assert.Equal(code, failure?.Code);
        Assert.DoesNotContain(failure?.Arguments ?? [], a => a.Contains("canary", StringComparison.Ordinal));
        Assert.True(failure is null or { Exit: ExitCode.DependencyUnavailable });
    }
}
