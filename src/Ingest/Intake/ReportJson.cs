using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Ingest.Intake;

/// <summary>Writes a validation report as JSON: rule codes, positions, counts, texts in both languages.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static ValidationReport Read(string json) => JsonSerializer.Deserialize<ValidationReport>(json, Options) ?? throw new JsonException();

    public static string Write(ValidationReport report) => JsonSerializer.Serialize(report, Options) + "\n";
}
