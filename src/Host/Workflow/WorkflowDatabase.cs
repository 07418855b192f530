using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Host.Storage;
using Ingest.Pseudonymise;
using Ingest.Sealing;
using Ingest.Storage;
using Microsoft.Data.Sqlite;

namespace Host.Workflow;

/// <summary>
/// The database of drafts, approvals, publications, ledger, due slots, users and audit: one sealed SQLite file in the private folder. It holds ids, dates, keyed
/// codes and what has been published, never a figure that has not, and never a case.
/// </summary>
internal sealed class WorkflowDatabase
{
    /// <summary>Name of the file in the private folder.</summary>
    public const string FileName = "workflow.db";

    private readonly string _connectionString;

    private WorkflowDatabase(string path, SealedDatabase database)
    {
        Path = path;
        var connection = database.Connection();
        connection.ForeignKeys = true;
        connection.DefaultTimeout = 30;
        connection.Pooling = false;
        _connectionString = connection.ToString();
    }

    public string Path { get; }

    /// <summary>Opens the database, makes it where there is none, and brings it to the newest version.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="NewerSchemaException">A newer version of this program has changed the database.</exception>
    /// <exception cref="SealException">The ring does not open the database.</exception>
    public static WorkflowDatabase Open(string folder, KeyRing keys)
    {
        PrivateFolder.Ensure(folder);
        var path = System.IO.Path.Combine(folder, FileName);
        WorkflowDatabase database;
        using (PathLock.Acquire(System.IO.Path.Combine(folder, "workflow.lock"), PathLock.Patience, CancellationToken.None))
        {
            database = new WorkflowDatabase(path, SealedDatabase.Open(path, keys));

            // The journals beside it take its rights.
            OwnerFile.Ensure(path);
            using (var connection = database.Connect())
            using (var command = connection.CreateCommand())
            {
                command.CommandText = "PRAGMA journal_mode = WAL";
                command.ExecuteNonQuery();
            }

            database.RefuseNewer();
            var result = DeployChanges.To.SqliteDatabase(database._connectionString)
                .WithScriptsEmbeddedInAssembly(typeof(WorkflowDatabase).Assembly, IsMigration)
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

    private static bool IsMigration(string resource) => resource.StartsWith("Host.Workflow.Migrations.", StringComparison.Ordinal);

    // A step that this program does not know was taken by a newer one.
    private void RefuseNewer()
    {
        using var connection = Connect();
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'SchemaVersions'") == 0)
        {
            return;
        }

        var known = typeof(WorkflowDatabase).Assembly.GetManifestResourceNames();
        if (connection.Query<string>("SELECT ScriptName FROM SchemaVersions").Except(known, StringComparer.Ordinal).Any())
        {
            throw new NewerSchemaException(System.IO.Path.GetFileName(Path));
        }
    }
}
