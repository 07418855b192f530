using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Pseudonymise;

namespace Ingest.Storage;

/// <summary>A data key as it lies on the disk: under AES-256-GCM with a key of the ring, bound to its own name.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="KeyId">Key of the ring that it is wrapped under.</param>
/// <param name="MadeAt">When its upload was accepted, or it was wrapped anew.</param>
/// <param name="Nonce">12 bytes.</param>
/// <param name="Tag">16 bytes.</param>
/// <param name="Wrapped">32 bytes.</param>
internal sealed record WrappedKey(int SchemaVersion, string KeyId, DateTimeOffset MadeAt, byte[] Nonce, byte[] Tag, byte[] Wrapped)
{
    private const int Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    [JsonIgnore]
    public byte[] Bytes => JsonSerializer.SerializeToUtf8Bytes(this, Strict);

    /// <summary>Wraps a key under the ring's current one.</summary>
    public static WrappedKey Of(DataKey key, KeyRing keys, DateTimeOffset at)
    {
        byte[] nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        byte[] tag = new byte[TagBytes];
        byte[] wrapped = new byte[key.Bytes.Length];
        using var cipher = new AesGcm(keys.Current(KeyPurpose.UploadKey), TagBytes);
        cipher.Encrypt(nonce, key.Bytes, wrapped, tag, Bound(key.Id));
        return new WrappedKey(Version, keys.IdFor(KeyPurpose.UploadKey), at, nonce, tag, wrapped);
    }

    /// <exception cref="StoreException">Damaged, or newer than this version.</exception>
    public static WrappedKey Read(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            if (document.RootElement.TryGetProperty("schemaVersion", out JsonElement version) && version.TryGetInt32(out int number) && number > Version)
            {
                throw new StoreException(StoreFailureCode.NewerSchemaVersion);
            }

            return document.Deserialize<WrappedKey>(Strict) is { SchemaVersion: Version, Nonce.Length: NonceBytes, Tag.Length: TagBytes, Wrapped.Length: KeyRing.KeyBytes } key
                ? key
                : throw new StoreException(StoreFailureCode.FileDamaged);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Dropped on purpose, as everywhere in the store: a message could quote the file.
            throw new StoreException(StoreFailureCode.FileDamaged);
        }
    }

    /// <exception cref="StoreException">The ring does not hold the key it is wrapped under, or it is not what it says.</exception>
    public DataKey Unwrap(string id, KeyRing keys)
    {
        byte[] outer = keys.Derive(KeyId, KeyPurpose.UploadKey) ?? throw new StoreException(StoreFailureCode.KeyUnavailable);
        byte[] key = new byte[Wrapped.Length];
        try
        {
            using var cipher = new AesGcm(outer, TagBytes);
            cipher.Decrypt(Nonce, Wrapped, Tag, key, Bound(id));
        }
        catch (CryptographicException)
        {
            throw new StoreException(StoreFailureCode.FileDamaged);
        }

        return new DataKey(id, key);
    }

    public override string ToString() => nameof(WrappedKey);

    private static byte[] Bound(string id) => Encoding.UTF8.GetBytes("upload key " + id);
}
