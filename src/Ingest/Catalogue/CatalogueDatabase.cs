using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine;
using Ingest.Pseudonymise;
using Ingest.Sealing;
using Ingest.Storage;
using Microsoft.Data.Sqlite;

namespace Ingest.Catalogue;

/// <summary>
/// The sealed SQLite file of the catalogue, in WAL mode and synced at every commit. A write transaction is taken at once (BEGIN IMMEDIATE),
/// so that it is also the lock under which files are put in place.
/// </summary>
internal sealed class CatalogueDatabase : IDisposable
{
    private const int WaitSeconds = 30;

    private readonly string path;
    private readonly string connectionString;

    private CatalogueDatabase(string path, SealedDatabase database)
    {
        this.path = path;
        SqliteConnectionStringBuilder connection = database.Connection();
        connection.Mode = SqliteOpenMode.ReadWriteCreate;
        connection.ForeignKeys = true;
        connection.DefaultTimeout = WaitSeconds;
        connectionString = connection.ConnectionString;
    }

    /// <summary>Opens the file, making it if there is none. The caller keeps other processes out meanwhile.</summary>
    /// <exception cref="SealException">The ring does not open it.</exception>
    public static CatalogueDatabase Open(string path, KeyRing keys) => new(path, SealedDatabase.Open(path, keys));

    /// <summary>Brings the schema up to date. The caller keeps other processes out meanwhile.</summary>
    public void Migrate()
    {
        // The journals beside it take its rights.
        OwnerFile.Ensure(path);
        using (SqliteConnection connection = Connect())
        {
            connection.Execute("PRAGMA journal_mode = WAL");
            RefuseNewer(connection);
        }

        DatabaseUpgradeResult result = DeployChanges.To
            .SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(
                Assembly.GetExecutingAssembly(),
                IsMigration)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
        {
            throw result.Error;
        }
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("PRAGMA synchronous = FULL");
        return connection;
    }

    /// <summary>Runs <paramref name="work"/> as the only writer; what it throws rolls everything back.</summary>
    public T Write<T>(Func<SqliteTransaction, T> work)
    {
        using SqliteConnection connection = Connect();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        T result = work(transaction);
        transaction.Commit();
        return result;
    }

    public T Read<T>(Func<SqliteConnection, T> work)
    {
        using SqliteConnection connection = Connect();
        return work(connection);
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static bool IsMigration(string resource) => resource.Contains(".Catalogue.Migrations.", StringComparison.Ordinal);

    // A step that this program does not know was taken by a newer one.
    private static void RefuseNewer(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'SchemaVersions'") > 0
            && connection.Query<string>("SELECT ScriptName FROM SchemaVersions").Except(Assembly.GetExecutingAssembly().GetManifestResourceNames(), StringComparer.Ordinal).Any())
        {
            throw new StoreException(StoreFailureCode.NewerSchemaVersion);
        }
    }
}
