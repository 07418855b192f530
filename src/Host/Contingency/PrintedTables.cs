using System.Globalization;
using System.Text.Json;
using Host.Verifying;
using Ingest.Tabular;

namespace Host.Contingency;

/// <summary>Reads the tables of a protected folder from <c>tables.json</c> and the files it names.</summary>
internal static class PrintedTables
{
    private const int NewestKnown = 1;

    /// <summary>Folder that holds what <c>protect</c> published: itself, or its <c>published</c>; null where it is no such folder.</summary>
    public static string? Find(string folder) =>
        new[] { Path.Combine(folder, "published"), folder }.FirstOrDefault(f =>
            File.Exists(Path.Combine(f, "tables.json")) && File.Exists(Path.Combine(f, "proof.json")) && !File.Exists(Path.Combine(f, "release.json")));

    /// <exception cref="FolderFault">A file is missing or is not what it should be.</exception>
    public static IReadOnlyList<PrintedTable> Read(string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tables.json")));
            return document.RootElement.GetProperty("schemaVersion").GetInt32() > NewestKnown
                ? throw new FolderFault("tables.json", "schemaVersion")
                : [.. document.RootElement.GetProperty("tables").EnumerateArray().Select(t => Table(folder, t, cancellationToken))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FolderFault("tables.json", "JSON");
        }
    }

    /// <summary>How the input was read.</summary>
    /// <exception cref="FolderFault">The file is missing or is not what it should be.</exception>
    public static InputMeasure Measure(string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "tables.json")));
            var input = document.RootElement.GetProperty("input");
            return new InputMeasure(input.GetProperty("delimiter").GetString() is [var c] ? c : ',', input.GetProperty("count").GetString(), input.GetProperty("value").GetString());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FolderFault("tables.json", "JSON");
        }
    }

    private static PrintedTable Table(string folder, JsonElement table, CancellationToken cancellationToken)
    {
        var file = table.GetProperty("file").GetString()!;
        if (!string.Equals(Path.GetFileName(file), file, StringComparison.Ordinal)
            || !TabularReader.TryRead(Path.Combine(folder, file), new TabularOptions(), cancellationToken, out var read, out _))
        {
            throw new FolderFault(file, "CSV");
        }

        var by = Texts(table.GetProperty("by"));
        if (!read.Header.SequenceEqual([.. by, "value", "status"], StringComparer.Ordinal))
        {
            throw new FolderFault(file, "header");
        }

        var decimals = table.GetProperty("decimals").GetInt32();
        var scale = (decimal)Math.Pow(10, decimals);
        var rows = new (string[], long?)[read.Rows];
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = read.Columns.Select(c => c.Values[c.Codes[r]]).ToArray();
            var (value, status) = (cells[^2], cells[^1]);
            rows[r] = (cells[..^2], (value, status) switch
            {
                ("", "c") => null,
                (not "", "") when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => (long)(number * scale),
                _ => throw new FolderFault(file, string.Create(CultureInfo.InvariantCulture, $"{r + 2}")),
            });
        }

        var where = table.GetProperty("where").EnumerateObject().ToDictionary(w => w.Name, w => Texts(w.Value), StringComparer.Ordinal);
        return new PrintedTable(table.GetProperty("id").GetString()!, by, where, table.GetProperty("hiddenMin").GetInt32(), decimals, rows)
        {
            Layouts = !table.TryGetProperty("axes", out var axes) ? new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal) : axes.EnumerateArray().Where(a => a.TryGetProperty("rows", out _)).ToDictionary(
                a => a.GetProperty("variable").GetString()!,
                a => (IReadOnlyDictionary<string, IReadOnlyList<string>>)a.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("code").GetString()!, r => Texts(r.GetProperty("members")), StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
    }

    private static IReadOnlyList<string> Texts(JsonElement array) => [.. array.EnumerateArray().Select(t => t.GetString()!)];
}
