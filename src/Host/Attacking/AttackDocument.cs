using System.Text.Json.Serialization;
using Anonymize.Attacking;

namespace Host.Attacking;

/// <summary>The report of an attack as other programs read it.</summary>
internal sealed record AttackDocument(
    [property: JsonPropertyName("schemaVersion")] int SchemaVersion,
    [property: JsonPropertyName("assumed")] IReadOnlyList<string> Assumed,
    [property: JsonPropertyName("cells")] IReadOnlyList<AttackDocument.Cell> Cells)
{
    public static AttackDocument Of(AttackReport report) => new(1, report.Assumed, [.. report.Cells.Select(c => new Cell(
        c.File, c.Table, At(c.At), c.Low, c.High, c.IsWhole, c.Status switch { CellVerdict.Exact => "exact", CellVerdict.Confined => "confined", _ => "open" }, c.How))]);

    private static Dictionary<string, string> At(IReadOnlyList<KeyValuePair<string, string>> at)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, label) in at)
        {
            var name = variable;
            for (var n = 2; !labels.TryAdd(name, label); n++)
            {
                name = $"{variable} {n}";
            }
        }

        return labels;
    }

    internal sealed record Cell(
        [property: JsonPropertyName("file")] string File,
        [property: JsonPropertyName("table")] string Table,
        [property: JsonPropertyName("at")] IReadOnlyDictionary<string, string> At,
        [property: JsonPropertyName("low")] decimal Low,
        [property: JsonPropertyName("high")] decimal? High,
        [property: JsonPropertyName("integer")] bool Integer,
        [property: JsonPropertyName("status")] string Status,
        [property: JsonPropertyName("how")] string How);
}
