using System.Buffers;
using System.Text.Json;
using Publication.Tabulations;

namespace Anonymize.Contingency.Proofs;

/// <summary>The private certificate of a tabulation: its witnesses. JSON in UTF-8; <c>changes</c> are leaf positions, one for each variable, and then the change.</summary>
internal static class TabulationCertificate
{
    public static byte[] Write(IReadOnlyList<TabulationWitness> witnesses)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteStartArray("witnesses");
            foreach (var witness in witnesses)
            {
                json.WriteStartArray();
                foreach (var (atom, delta) in witness.Atoms.Zip(witness.Deltas))
                {
                    json.WriteStartArray();
                    foreach (var leaf in atom)
                    {
                        json.WriteNumberValue(leaf);
                    }

                    json.WriteNumberValue(delta);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <returns>Null where the bytes are no certificate of a schema that is known.</returns>
    public static TabulationWitness[]? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.GetProperty("schemaVersion").GetInt32() != 1 ? null : [.. document.RootElement.GetProperty("witnesses").EnumerateArray().Select(WitnessOf)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            // Whatever is wrong with foreign bytes, they prove nothing.
            return null;
        }
    }

    private static TabulationWitness WitnessOf(JsonElement witness)
    {
        var changes = witness.EnumerateArray().Select(c => c.EnumerateArray().Select(n => n.GetInt64()).ToArray()).ToArray();
        return new TabulationWitness([.. changes.Select(c => c[..^1].Select(n => checked((int)n)).ToArray())], [.. changes.Select(c => c[^1])]);
    }
}
