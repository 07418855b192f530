using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Publication.Verification;

/// <summary>
/// Certificate ↔ bytes: one line of JSON, a newline, and the SHA-256 (hex) of that line, so that a damaged certificate is refused as such.
/// </summary>
internal static class CertificateSerializer
{
    private const int DigestLength = 64;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write(Certificate certificate)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Document(
                Certificate.SchemaVersion,
                certificate.Binding,
                [.. certificate.Witnesses.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => new PopulationPart(
                    w.Key, [.. w.Value.Select(x => new WitnessPart(x.Atoms, x.Deltas))]))]),
            Options);
        return [.. body, (byte)'\n', .. System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)))];
    }

    /// <summary>Null where the bytes are damaged, not a certificate, or of a newer schema.</summary>
    public static Certificate? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= DigestLength || bytes[^(DigestLength + 1)] != (byte)'\n')
        {
            return null;
        }

        var body = bytes[..^(DigestLength + 1)];
        if (!System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))).AsSpan().SequenceEqual(bytes[^DigestLength..]))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Document>(body, Options) is { SchemaVersion: >= 1 and <= Certificate.SchemaVersion } document && IsWhole(document)
                ? new Certificate(
                    document.Binding,
                    document.Populations.ToDictionary(
                        p => p.Name, IReadOnlyList<Witness> (p) => [.. p.Witnesses.Select(w => new Witness(w.Atoms, w.Deltas))], StringComparer.Ordinal))
                : null;
        }
        catch (JsonException)
        {
            // The digest fits and yet the shape does not: written by another program. Refused like any other foreign certificate.
            return null;
        }
    }

    private static bool IsWhole(Document document) =>
        Array.TrueForAll(document.Populations, p => p is not null && Array.TrueForAll(p.Witnesses, w => w is not null && Array.TrueForAll(w.Atoms, a => a is not null)))
        && document.Populations.DistinctBy(p => p.Name, StringComparer.Ordinal).Count() == document.Populations.Length;

    private sealed record Document(int SchemaVersion, string Binding, PopulationPart[] Populations);

    private sealed record PopulationPart(string Name, WitnessPart[] Witnesses);

    private sealed record WitnessPart(int[][] Atoms, int[] Deltas);
}
