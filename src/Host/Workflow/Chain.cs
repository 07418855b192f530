using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Host.Workflow;

/// <summary>
/// Links of an append-only chain: HMAC-SHA256 over the link before and the fields of the entry, each with its length, so that no two entries run together.
/// Keyed, because a plain hash of small tables would confirm a guess.
/// </summary>
internal sealed class Chain(byte[] key)
{
    public const string Start = "";

    public string Link(string previous, params ReadOnlySpan<string> fields)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hmac, Encoding.UTF8.GetBytes(previous));
        foreach (var field in fields)
        {
            Append(hmac, Encoding.UTF8.GetBytes(field));
        }

        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }

    public string Code(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(HMACSHA256.HashData(key, content));

    private static void Append(IncrementalHash hmac, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hmac.AppendData(length);
        hmac.AppendData(bytes);
    }
}
