using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ingest.Sealing;

/// <summary>
/// One block of a sealed file: nonce (12), tag (16), ciphertext; AES-256-GCM with a random nonce, the block's number bound in. A key is good for 2^32 blocks
/// (NIST SP 800-38D, 8.3), which is sixteen terabytes written to one database.
/// </summary>
internal sealed class BlockCipher(byte[] key) : IDisposable
{
    /// <summary>Bytes that a block takes beside its content.</summary>
    public const int Overhead = NonceBytes + TagBytes;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly AesGcm cipher = new(key, TagBytes);

    public void Seal(long index, ReadOnlySpan<byte> content, Span<byte> block)
    {
        Span<byte> bound = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bound, index);
        RandomNumberGenerator.Fill(block[..NonceBytes]);
        cipher.Encrypt(block[..NonceBytes], content, block.Slice(Overhead, content.Length), block.Slice(NonceBytes, TagBytes), bound);
    }

    /// <returns>False where the block is not what was sealed under this number.</returns>
    public bool TryOpen(long index, ReadOnlySpan<byte> block, Span<byte> content)
    {
        Span<byte> bound = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bound, index);
        try
        {
            cipher.Decrypt(block[..NonceBytes], block[Overhead..], block.Slice(NonceBytes, TagBytes), content, bound);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>Nothing was ever written here: SQLite leaves out pages that it makes and frees again before it writes them.</summary>
    public static bool IsHole(ReadOnlySpan<byte> block) => block.IndexOfAnyExcept((byte)0) < 0;

    public void Dispose() => cipher.Dispose();
}
