using System.Security.Cryptography;
using System.Text;
using Ingest.Catalogue;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>
/// Every case file has a key of its own, derived from the ring's: no two files share a sequence of GCM nonces, and a file put in
/// another's place does not decrypt.
/// </summary>
internal static class CaseFileKey
{
    /// <returns>None where the ring does not hold the key.</returns>
    public static byte[]? Derive(KeyRing keys, string keyId, UploadId upload) =>
        keys.Derive(keyId, KeyPurpose.StoreFile) is { } key
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyRing.KeyBytes, salt: null, Encoding.UTF8.GetBytes("case file " + upload))
            : null;
}
