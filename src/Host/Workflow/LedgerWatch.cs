using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>
/// How often what readers find has changed, for those who ask with every request: counted anew only after somebody wrote to the database. It keeps a connection open, since
/// opening one costs more than everything else about a page that is kept.
/// </summary>
internal sealed class LedgerWatch : IDisposable
{
    private readonly Lock _alone = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _count;
    private long? _seen;
    private long _entries;

    public LedgerWatch(WorkflowDatabase database)
    {
        _connection = database.Connect();
        _version = _connection.CreateCommand();
        _version.CommandText = "PRAGMA data_version";
        _count = _connection.CreateCommand();
        _count.CommandText = "SELECT (SELECT count(*) FROM ledger) + (SELECT count(*) FROM withdrawals) + (SELECT count(*) FROM correction_publications)";
    }

    /// <summary>Number of ledger entries, of releases taken back and of texts corrected at this moment; it only grows.</summary>
    public long Entries()
    {
        lock (_alone)
        {
            // The version comes first: a line written in between is counted already, and the next asker counts once more.
            var version = (long)_version.ExecuteScalar()!;
            if (_seen != version)
            {
                _entries = (long)_count.ExecuteScalar()!;
                _seen = version;
            }

            return _entries;
        }
    }

    public void Dispose()
    {
        _count.Dispose();
        _version.Dispose();
        _connection.Dispose();
    }
}
