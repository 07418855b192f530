using System.Globalization;
using System.Text.Json;
using Publication.Releases;
using Publication.Tables;

namespace Reports.Files;

/// <summary>The file <c>release.json</c>: what the release is, where it comes from, and how much each table shows.</summary>
internal static class ReleaseJson
{
    private const int SchemaVersion = 1;

    public static byte[] Write(Release release) => CanonicalJson.Write(json =>
    {
        var header = release.Content.Header;
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("id", header.Id);
        json.WriteString("period", header.Period.ToString());
        json.Write("title", header.Title);
        json.WriteString("country", header.Country);
        json.WriteString("programme", header.Programme);
        json.WriteString("classificationVersion", header.ClassificationVersion);
        json.WriteStartObject("ruleSet");
        json.WriteString("id", header.RuleSet.Id);
        json.WriteString("sha256", header.RuleSet.Sha256);
        json.WriteEndObject();
        json.WriteString("inputs", header.InputsHmac);
        json.WriteString("version", header.ProductVersion);
        json.WriteString("cutOff", Day(header.CutOff));
        json.WriteString("publicationDate", Day(header.PublicationDate));
        json.WriteString("nextPublication", header.NextPublication is { } next ? Day(next) : null);
        json.WriteStartObject("partners");
        json.WriteNumber("included", header.PartnersIncluded);
        json.WriteNumber("expected", header.PartnersExpected);
        json.WriteEndObject();
        json.WriteStartObject("seal");
        json.WriteString("keyId", release.Seal.KeyId);
        json.WriteString("mac", release.Seal.Mac);
        json.WriteEndObject();
        json.WriteString("publicProof", release.Proof.IsComplete ? "complete" : "partial");
        json.WriteStartArray("tables");
        foreach (var table in release.Content.Tables)
        {
            WriteTable(json, table);
        }

        json.WriteEndArray();
        json.WriteStartArray("withheld");
        foreach (var table in release.Content.Withheld)
        {
            json.WriteStartObject();
            json.WriteString("id", table.Id);
            json.Write("title", table.Title);
            json.Write("reason", table.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteTable(Utf8JsonWriter json, PublishedTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Design.Id);
        json.WriteNumber("cells", table.Cells.Count);
        json.WriteNumber("hidden", table.HiddenCount);
        WriteShare(json, "personsShownShare", table.PersonsShownShare);
        WriteShare(json, "detail", table.Detail);
        json.Write("reason", table.Reason);
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, string name, decimal? share)
    {
        json.WritePropertyName(name);
        if (share is { } value)
        {
            // A decimal keeps trailing zeros of its calculation; the bytes must not depend on them.
            json.WriteRawValue(value.ToString("0.####", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
