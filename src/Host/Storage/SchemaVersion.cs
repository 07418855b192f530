using System.Text.Json;

namespace Host.Storage;

/// <summary>
/// The <c>schemaVersion</c> of a stored JSON document, looked at before anything else in it: a newer document may hold members that a strict reader would
/// call damage.
/// </summary>
internal static class SchemaVersion
{
    /// <summary>True where the bytes are a JSON object whose version is above the newest one known here.</summary>
    public static bool IsNewer(ReadOnlySpan<byte> json, int newestKnown)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) && IsNewer(document, newestKnown);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsNewer(JsonDocument document, int newestKnown)
    {
        using (document)
        {
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schemaVersion", out var version)
                && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number > newestKnown;
        }
    }
}
