using System.Security.Cryptography;
using System.Text;
using Ingest.Pseudonymise;

namespace Ingest.Catalogue;

/// <summary>Signs receipts by HMAC-SHA256 and recognises its own; a partner returns a receipt as proof of what was accepted.</summary>
public static class ReceiptSignature
{
    public static Receipt Sign(Receipt receipt, KeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(keys);
        Receipt named = receipt with { KeyId = keys.IdFor(KeyPurpose.Receipt), Signature = string.Empty };
        return named with { Signature = Mac(named, keys.Current(KeyPurpose.Receipt)) };
    }

    /// <returns>False where anything in the receipt was changed, or its key is not in the ring.</returns>
    public static bool Verify(Receipt receipt, KeyRing keys)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Derive(receipt.KeyId, KeyPurpose.Receipt) is { } key
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(receipt.Signature), Encoding.ASCII.GetBytes(Mac(receipt, key)));
    }

    private static string Mac(Receipt receipt, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(ReceiptText.Of(receipt))));
}
