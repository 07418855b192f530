using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Host.Samples.Partners;

/// <summary>Writes <c>partners.json</c>: who the partners are, where their files lie, and on what legal basis they send them.</summary>
internal static class PartnerRegister
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Save(string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew);
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteStartArray("partners");
            foreach (SamplePartner partner in SamplePartners.All)
                Write(json, partner);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, SamplePartner partner)
    {
        json.WriteStartObject();
        json.WriteString("id", partner.Id);
        json.WriteStartObject("name");
        json.WriteString("tr", partner.NameTr);
        json.WriteString("en", partner.NameEn);
        json.WriteEndObject();
        json.WriteString("folder", partner.Folder);
        json.WriteString("profile", partner.Profile);
        if (partner.LegalBasis is var (document, date))
        {
            json.WriteStartObject("legalBasis");
            json.WriteString("document", document);
            json.WriteString("date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }
        else
            json.WriteNull("legalBasis");

        json.WriteEndObject();
    }
}
