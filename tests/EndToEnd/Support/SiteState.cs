using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Support;

/// <summary>
/// Everything that an installation holds, as lines: each row of its databases, each file with the hash of its bytes. Left out is what says nothing: locks,
/// the databases' own files, and the counter that gives uploads their numbers (a number that was given and not used is not used again).
/// </summary>
internal static class SiteState
{
    private static readonly string[] Silent = ["SchemaVersions", "upload_number"];

    public static IReadOnlyList<string> Of(Site site)
    {
        var lines = new List<string>();
        foreach (var (name, hash) in FolderBytes.Of(site.Folder).Where(f => !IsOfTheSystem(f.Key)))
        {
            lines.Add($"{name} {hash}");
        }

        foreach (var database in Directory.EnumerateFiles(site.Folder, "*.db", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            lines.AddRange(RowsOf(database));
        }

        return lines;
    }

    private static bool IsOfTheSystem(string file) =>
        file.EndsWith(".lock", StringComparison.Ordinal) || file.EndsWith(".db", StringComparison.Ordinal) || file.EndsWith("-wal", StringComparison.Ordinal)
        || file.EndsWith("-shm", StringComparison.Ordinal);

    private static List<string> RowsOf(string database)
    {
        using var connection = Site.Connect(database);
        var tables = new List<string>();
        using (var names = new SqliteCommand("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", connection))
        using (var reader = names.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var rows = new List<string>();
        foreach (var table in tables.Except(Silent, StringComparer.Ordinal))
        {
            using var all = new SqliteCommand($"SELECT * FROM \"{table}\" ORDER BY 1, 2", connection);
            using var reader = all.ExecuteReader();
            while (reader.Read())
            {
                rows.Add($"{Path.GetFileName(database)} {table}: " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
            }
        }

        return rows;
    }

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
