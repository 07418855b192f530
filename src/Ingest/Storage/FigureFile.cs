using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingest.Programme;

namespace Ingest.Storage;

/// <summary>
/// An encrypted file of figures: version, nonce, tag, then JSON under AES-256-GCM, bound to its upload. Each file has a key of its own.
/// </summary>
internal static class FigureFile
{
    public const int SchemaVersion = 1;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeaderBytes = 1 + NonceBytes + TagBytes;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The bytes of the file.</summary>
    public static byte[] Seal(IReadOnlyList<ProgrammeFigure> figures, byte[] fileKey, string uploadId)
    {
        byte[] plain = JsonSerializer.SerializeToUtf8Bytes(figures, Strict);
        byte[] bytes = new byte[HeaderBytes + plain.Length];
        bytes[0] = SchemaVersion;
        Span<byte> nonce = bytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(fileKey, TagBytes);
        cipher.Encrypt(nonce, plain, bytes.AsSpan(HeaderBytes), bytes.AsSpan(1 + NonceBytes, TagBytes), Bound(uploadId));
        return bytes;
    }

    /// <exception cref="StoreException">Damaged, newer than this version, of another upload, or written with another key.</exception>
    public static IReadOnlyList<ProgrammeFigure> Open(byte[] bytes, byte[] fileKey, string uploadId)
    {
        if (bytes is not [SchemaVersion, ..] || bytes.Length < HeaderBytes)
        {
            throw new StoreException(bytes is [> SchemaVersion, ..] ? StoreFailureCode.NewerSchemaVersion : StoreFailureCode.FileDamaged);
        }

        byte[] plain = new byte[bytes.Length - HeaderBytes];
        try
        {
            using var cipher = new AesGcm(fileKey, TagBytes);
            cipher.Decrypt(bytes.AsSpan(1, NonceBytes), bytes.AsSpan(HeaderBytes), bytes.AsSpan(1 + NonceBytes, TagBytes), plain, Bound(uploadId));
            return JsonSerializer.Deserialize<ProgrammeFigure[]>(plain, Strict) ?? throw new StoreException(StoreFailureCode.FileDamaged);
        }
        catch (Exception failure) when (failure is CryptographicException or JsonException)
        {
            // The inner exception is dropped on purpose: nothing of a file's content may travel in a message.
            throw new StoreException(StoreFailureCode.FileDamaged);
        }
    }

    private static byte[] Bound(string uploadId) => Encoding.UTF8.GetBytes("figures " + uploadId);
}
