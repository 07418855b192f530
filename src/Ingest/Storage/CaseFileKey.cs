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
    /// <param name="keys">The ring.</param>
    /// <param name="keyId">Key that the upload was accepted under.</param>
    /// <param name="upload">Whose file it is.</param>
    /// <param name="edition">0 for the file as accepted; else the withdrawal of consent for which it was last written anew, so that no edition reads as another.</param>
    /// <returns>None where the ring does not hold the key.</returns>
    public static byte[]? Derive(KeyRing keys, string keyId, UploadId upload, long edition = 0) =>
        keys.Derive(keyId, KeyPurpose.StoreFile) is { } key
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyRing.KeyBytes, salt: null, Encoding.UTF8.GetBytes($"case file {upload}{StoreFolder.MarkOf(edition)}"))
            : null;
}
