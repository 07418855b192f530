using System.Text.Encodings.Web;
using System.Text.Json;
using Publication.Tables;

namespace Reports.Files;

/// <summary>JSON with the same bytes everywhere: two spaces, line feed, Turkish letters as themselves.</summary>
internal static class CanonicalJson
{
    // The files are read as files, never pasted into a page, so letters need no escapes.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    public static void Write(this Utf8JsonWriter json, string name, Text text)
    {
        json.WriteStartObject(name);
        json.WriteString("tr", text.Tr);
        json.WriteString("en", text.En);
        json.WriteEndObject();
    }

    public static void Write(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
