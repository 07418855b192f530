using DbUp;
using DbUp.Engine.Output;
using Host.Storage;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>
/// The database of drafts, approvals, publications, ledger, due slots, users and audit: one SQLite file in the private folder. It holds ids, dates, keyed
/// codes and what has been published, never a figure that has not, and never a case.
/// </summary>
internal sealed class WorkflowDatabase
{
    private readonly string _connectionString;

    private WorkflowDatabase(string path)
    {
        Path = path;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30, Pooling = false }.ToString();
    }

    public string Path { get; }

    /// <summary>Opens the database, makes it where there is none, and brings it to the newest version.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static WorkflowDatabase Open(string folder)
    {
        PrivateFolder.Ensure(folder);
        var database = new WorkflowDatabase(System.IO.Path.Combine(folder, "workflow.db"));
        using (PathLock.Acquire(System.IO.Path.Combine(folder, "workflow.lock")))
        {
            using (var connection = database.Connect())
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "PRAGMA journal_mode = WAL";
                command.ExecuteNonQuery();
            }

            var result = DeployChanges.To.SqliteDatabase(database._connectionString)
                .WithScriptsEmbeddedInAssembly(typeof(WorkflowDatabase).Assembly, n => n.StartsWith("Host.Workflow.Migrations.", StringComparison.Ordinal))
                .WithTransactionPerScript()
                .LogTo(new NoOpUpgradeLog())
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
            {
                throw new IOException("The workflow database could not be brought to the newest version.", result.Error);
            }
        }

        return database;
    }

    /// <summary>An open connection; the caller disposes it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous = FULL; PRAGMA recursive_triggers = ON";
        command.ExecuteNonQuery();
        return connection;
    }
}
