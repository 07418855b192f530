using System.Security.Cryptography;

namespace Publication.Releases;

/// <summary>HMAC-SHA256 over the canonical bytes of a release: the id of the key, and the code in lower-case hex.</summary>
public sealed record Seal(string KeyId, string Mac)
{
    internal static Seal Over(ReadOnlySpan<byte> canonical, SealingKey key) => new(key.Id, Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes.Span, canonical)));

    /// <summary>True where the code follows from bytes and key; compared in constant time.</summary>
    public bool Fits(ReadOnlySpan<byte> canonical, SealingKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Equals(KeyId, key.Id, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(Mac), System.Text.Encoding.ASCII.GetBytes(Over(canonical, key).Mac));
    }
}
