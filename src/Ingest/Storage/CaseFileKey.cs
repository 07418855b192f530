using System.Security.Cryptography;
using System.Text;
using Ingest.Catalogue;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>
/// Every file of the store has a key of its own: no two files share a sequence of GCM nonces, and a file put in another's place does not decrypt. It follows from the
/// upload's data key; of files that were accepted before uploads had one, from the ring's.
/// </summary>
internal static class CaseFileKey
{
    /// <param name="source">32 bytes that it follows from.</param>
    /// <param name="upload">Whose file it is.</param>
    /// <param name="edition">0 for the file as accepted; else the withdrawal of consent for which it was last written anew, so that no edition reads as another.</param>
    public static byte[] Derive(byte[] source, UploadId upload, long edition = 0) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, source, KeyRing.KeyBytes, salt: null, Encoding.UTF8.GetBytes($"case file {upload}{StoreFolder.MarkOf(edition)}"));

    /// <summary>The key of a stored upload's file in one edition.</summary>
    /// <exception cref="StoreException">The key that it follows from cannot be had.</exception>
    public static byte[] Of(StoredUpload upload, long edition, KeyRing keys, UploadKeyFolder uploadKeys) => Derive(
        upload.DataKey is { } id
            ? uploadKeys.Open(id).Bytes
            : keys.Derive(upload.Receipt.KeyId, KeyPurpose.StoreFile) ?? throw new StoreException(StoreFailureCode.KeyUnavailable),
        upload.Receipt.Id,
        edition);
}
