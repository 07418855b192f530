using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Host.Storage;
using Ingest.Pseudonymise;
using Publication.Rules;

namespace Host.Contingency;

/// <summary>
/// Writes what <c>protect</c> leaves: <c>published</c> for everybody, and <c>private</c> for its owner alone. The published folder comes last and by rename: a run that is killed
/// leaves nothing that looks finished.
/// </summary>
/// <param name="folder">Where.</param>
/// <param name="spec">What was asked for.</param>
/// <param name="measure">How the input was read; written down, so that it can be read again.</param>
/// <param name="outcome">What came of it.</param>
internal sealed class ProtectedFolder(string folder, ContingencySpec spec, InputMeasure measure, ContingencyOutcome outcome)
{
    private const string Coming = ".published";

    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    private static readonly JsonWriterOptions Style = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Published => Path.Combine(folder, "published");

    /// <summary>Which rule set of the product protected the tables; null where the specification named its rules.</summary>
    public RuleSetIdentity? RuleSet => spec.RuleSet;

    public string Private => Path.Combine(folder, "private");

    /// <param name="keys">Encrypts the private files; null leaves them in clear.</param>
    /// <param name="summary">Content of <c>summary.json</c>.</param>
    public void Write(KeyRing? keys, ReadOnlySpan<byte> summary)
    {
        var coming = Path.Combine(folder, Coming);
        if (Directory.Exists(coming))
        {
            Directory.Delete(coming, recursive: true);
        }

        PrivateFolder.Ensure(Private);
        WritePrivate("certificate.bin", outcome.Certificate.Span, keys);
        WritePrivate("summary.json", summary, keys);
        Directory.CreateDirectory(coming);
        foreach (var table in outcome.Tables)
        {
            AtomicFile.WriteShared(Path.Combine(coming, table.Spec.Id + ".csv"), Csv(table));
        }

        AtomicFile.WriteShared(Path.Combine(coming, "tables.json"), Description());
        AtomicFile.WriteShared(Path.Combine(coming, "proof.json"), outcome.PublicProof.Span);
        Directory.Move(coming, Published);
        AtomicFile.FlushFolder(folder);
    }

    private void WritePrivate(string name, ReadOnlySpan<byte> content, KeyRing? keys)
    {
        if (keys is null)
        {
            AtomicFile.Write(Path.Combine(Private, name), content);
        }
        else
        {
            new PrivateVault(Private, keys).Write(name, content);
        }
    }

    private byte[] Csv(ProtectedTable table)
    {
        var text = new StringBuilder();
        foreach (var variable in table.Spec.By)
        {
            text.Append(Quoted(variable)).Append(',');
        }

        text.Append("value,status\n");
        var at = new int[table.Codes.Count];
        foreach (var value in table.Values)
        {
            for (var v = 0; v < at.Length; v++)
            {
                text.Append(Quoted(table.Codes[v][at[v]])).Append(',');
            }

            text.Append(value is { } shown ? Figure(shown) : "").Append(value is null ? ",c\n" : ",\n");
            for (var v = at.Length - 1; v >= 0 && ++at[v] == table.Codes[v].Count; v--)
            {
                at[v] = 0;
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The scaled whole number with its decimal places.</summary>
    private string Figure(long value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        if (spec.Decimals == 0)
        {
            return digits;
        }

        digits = digits.PadLeft(spec.Decimals + 1, '0');
        return $"{digits.AsSpan(0, digits.Length - spec.Decimals)}.{digits.AsSpan(digits.Length - spec.Decimals)}";
    }

    private byte[] Description()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Style))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteStartObject("input");
            json.WriteString("delimiter", measure.Delimiter.ToString());
            json.WriteString("count", measure.Count);
            json.WriteString("value", measure.Value);
            json.WriteEndObject();
            json.WriteStartArray("tables");
            foreach (var table in outcome.Tables)
            {
                Describe(json, table);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private void Describe(Utf8JsonWriter json, ProtectedTable table)
    {
        json.WriteStartObject();
        json.WriteString("id", table.Spec.Id);
        json.WriteString("file", table.Spec.Id + ".csv");
        Texts(json, "by", table.Spec.By);
        ByVariable(json, "where", table.Spec.Where);
        ByVariable(json, "levels", table.Spec.Levels);
        json.WriteStartObject("parents");
        foreach (var (variable, parents) in table.Spec.By.Zip(table.Parents))
        {
            ByVariable(json, variable, parents);
        }

        json.WriteEndObject();
        Texts(json, "noTotal", table.Spec.NoTotal);
        Axes(json, table);
        json.WriteNumber("decimals", spec.Decimals);
        json.WriteString("zeros", spec.Rules.Zeros switch { ZeroPolicy.Open => "open", ZeroPolicy.Sensitive => "sensitive", _ => "free" });
        json.WriteNumber("hiddenMin", spec.Rules is { Zeros: ZeroPolicy.Open, HiddenMayBeZero: false } ? 1 : 0);
        json.WriteStartObject("marks");
        json.WriteString("c", "hidden");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Variables of which persons may have several categories, and of each pooled variable its rows and what is in them.</summary>
    private void Axes(Utf8JsonWriter json, ProtectedTable table)
    {
        json.WriteStartArray("axes");
        foreach (var variable in spec.Variables.Where(v => v.Multiple is not null && table.Spec.By.Contains(v.Name, StringComparer.Ordinal)))
        {
            // Persons stand in several of its rows; nobody may add them up.
            json.WriteStartObject();
            json.WriteString("column", variable.Name);
            json.WriteBoolean("additive", false);
            json.WriteEndObject();
        }

        foreach (var (variable, rows) in table.Pools)
        {
            json.WriteStartObject();
            json.WriteString("column", variable);
            json.WriteString("variable", variable);
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteString("code", row.Code);
                Texts(json, "members", row.Members);
                // Which finer codes occur is not said: members are all that rows are made of.
                Texts(json, "leaves", row.Members);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ByVariable(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        json.WriteStartObject(name);
        foreach (var (key, texts) in lists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            Texts(json, key, texts);
        }

        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Quoted(string text) => text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
