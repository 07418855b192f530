using Dapper;
using Host.Tests.Support;
using Host.Workflow;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Workflow;

public sealed class LedgerTableTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void EntriesInOrder_ChainHolds()
    {
        Add("one", [1]);
        Add("two", [2, 2]);
        Assert.Equal(["one", "two"], _some.Host.Ledger.All().Select(e => e.Subject));
        Assert.Null(_some.Host.Ledger.FindBreak());
    }

    [Theory]
    [InlineData("UPDATE ledger SET content = X'03' WHERE seq = 1", 1)]
    [InlineData("UPDATE ledger SET recorded_at = '2020-01-01T00:00:00Z' WHERE seq = 2", 2)]
    [InlineData("DELETE FROM ledger WHERE seq = 1", 2)]
    public void ChangedBehindTheTriggers_IsFound(string sql, long at)
    {
        Add("one", [1]);
        Add("two", [2]);
        Add("three", [3]);
        using (var connection = _some.Host.Database.Connect())
        {
            connection.Execute("DROP TRIGGER ledger_fixed; DROP TRIGGER ledger_kept");
            connection.Execute(sql);
        }

        Assert.Equal(at, _some.Host.Ledger.FindBreak());
    }

    [Theory]
    [InlineData("UPDATE ledger SET content = X'03'")]
    [InlineData("DELETE FROM ledger")]
    [InlineData("INSERT OR REPLACE INTO ledger SELECT seq, kind, subject, X'03', recorded_at, previous, link FROM ledger")]
    [InlineData("INSERT INTO ledger SELECT 7, kind, 'seven', content, recorded_at, previous, link FROM ledger")]
    public void AppendOnly_TheDatabaseRefuses(string sql)
    {
        Add("one", [1]);
        using var connection = _some.Host.Database.Connect();
        Assert.Throws<SqliteException>(() => connection.Execute(sql));
    }

    [Fact]
    public void ReleaseWithoutPublication_IsRefused() => Assert.Throws<SqliteException>(() => Add("2025-Q4.1", [1], "release"));

    [Fact]
    public void AuditTrail_ChangedLine_IsFound()
    {
        _some.Host.Audit.Record("drafter", "draft", "2025-Q4.1-d1");
        _some.Host.Audit.Record("drafter", "draft", "2025-Q4.1-d2");
        Assert.Null(_some.Host.Audit.FindBreak());
        using (var connection = _some.Host.Database.Connect())
        {
            connection.Execute("DROP TRIGGER audit_fixed");
            connection.Execute("UPDATE audit SET actor = 'somebody' WHERE seq = (SELECT max(seq) FROM audit)");
        }

        Assert.NotNull(_some.Host.Audit.FindBreak());
    }

    private void Add(string subject, byte[] content, string kind = "background")
    {
        using var connection = _some.Host.Database.Connect();
        using var transaction = connection.BeginTransaction();
        _some.Host.Ledger.Append(connection, transaction, kind, subject, content, _some.Clock.GetUtcNow());
        transaction.Commit();
    }
}
