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
}
