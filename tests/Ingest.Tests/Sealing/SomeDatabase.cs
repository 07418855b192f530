using System.Globalization;
using Dapper;
using Ingest.Pseudonymise;
using Ingest.Sealing;
using Microsoft.Data.Sqlite;

namespace Ingest.Tests.Sealing;

/// <summary>A database in a folder of its own, sealed or plain.</summary>
internal sealed class SomeDatabase : IDisposable
{
    public const string Canary = "kanarya-7f3a91";

    public static readonly KeyRing Keys = Ring("k1", "k1");

    public string Folder { get; } = Directory.CreateTempSubdirectory("sealed-").FullName;

    public string Path => System.IO.Path.Combine(Folder, "some.db");

    /// <summary>A ring whose secrets follow from the ids; the first id makes case keys.</summary>
    public static KeyRing Ring(string current, params string[] ids)
    {
        IEnumerable<string> keys = ids.Select(id => $$"""{ "id": "{{id}}", "secret": "{{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id)))}}" }""");
        string text = $$"""{ "schemaVersion": 1, "current": "{{current}}", "pseudonym": "{{ids[0]}}", "keys": [{{string.Join(',', keys)}}] }""";
        return KeyRing.TryRead(text, out KeyRing? ring, out _) ? ring : throw new InvalidOperationException("No ring.");
    }

    public SqliteConnection Sealed(KeyRing? keys = null) => Open(SealedDatabase.Open(Path, keys ?? Keys).Connection());

    public SqliteConnection Plain() => Open(new SqliteConnectionStringBuilder { DataSource = Path });

    /// <summary>Rows with the canary, one commit each.</summary>
    public static void Fill(SqliteConnection connection, int rows, string journal = "WAL")
    {
        connection.Execute($"PRAGMA journal_mode = {journal}");
        connection.Execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        for (int row = 0; row < rows; row++)
        {
            connection.Execute("INSERT INTO t (text) VALUES (@text)", new { text = Canary + new string('x', row * 37 % 3000) + row.ToString(CultureInfo.InvariantCulture) });
        }
    }

    public static long Count(SqliteConnection connection) => connection.ExecuteScalar<long>("SELECT count(*) FROM t WHERE text LIKE @canary", new { canary = Canary + "%" });

    public static string Check(SqliteConnection connection) => connection.ExecuteScalar<string>("PRAGMA integrity_check")!;

    /// <summary>Files in which something of the content can be read.</summary>
    public static IEnumerable<string> InClear(string folder) => Directory.EnumerateFiles(folder).Where(file =>
    {
        ReadOnlySpan<byte> bytes = Bytes(file);
        return bytes.IndexOf("kanarya"u8) >= 0 || bytes.IndexOf("CREATE TABLE"u8) >= 0 || bytes.StartsWith("SQLite format 3"u8);
    }).Select(file => System.IO.Path.GetFileName(file));

    public static void CopyTo(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using FileStream target = File.Create(System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
            source.CopyTo(target);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static SqliteConnection Open(SqliteConnectionStringBuilder to)
    {
        to.Pooling = false;
        to.DefaultTimeout = 5;
        var connection = new SqliteConnection(to.ConnectionString);
        connection.Open();
        return connection;
    }

    public static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
