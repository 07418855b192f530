using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Ingest.Pseudonymise;

namespace Ingest.Sealing;

/// <summary>
/// The head of a sealed database: its own key, encrypted with AES-256-GCM under the ring's key for databases. Two copies, so that a head can be written anew
/// under another key of the ring, and one of them is whole at every moment.
/// </summary>
/// <remarks>Layout of a copy: <c>RSD1</c>, length of the key id (1 byte), key id (ASCII, 40), nonce (12), tag (16), encrypted key (32).</remarks>
/// <param name="keyId">Id in the ring.</param>
/// <param name="dataKey">Key of the database, 32 bytes.</param>
/// <param name="place">Where the copy lies that was read, in bytes.</param>
internal sealed class SealHead(string keyId, byte[] dataKey, int place)
{
    /// <summary>Bytes before the first page: two sectors of a disk, as one that is written when the power goes may be lost whole.</summary>
    public const int Bytes = 2 * Sector;

    private const int Sector = 4096;

    private const int IdBytes = 40;
    private const int IdPlace = 5;
    private const int NoncePlace = IdPlace + IdBytes;
    private const int NonceBytes = 12;
    private const int TagPlace = NoncePlace + NonceBytes;
    private const int TagBytes = 16;
    private const int KeyPlace = TagPlace + TagBytes;
    private const int CopyBytes = KeyPlace + KeyRing.KeyBytes;

    /// <summary>Where the copies lie, in bytes.</summary>
    public static IReadOnlyList<int> Places { get; } = [0, Sector];

    public string KeyId { get; } = keyId;

    public byte[] DataKey { get; } = dataKey;

    public int Place { get; } = place;

    private static ReadOnlySpan<byte> Magic => "RSD"u8;

    private const byte Version = (byte)'1';

    /// <summary>One copy under the ring's present key.</summary>
    public static byte[] Copy(byte[] dataKey, KeyRing keys)
    {
        var copy = new byte[CopyBytes];
        Magic.CopyTo(copy);
        copy[Magic.Length] = Version;
        copy[IdPlace - 1] = (byte)Encoding.ASCII.GetBytes(keys.CurrentId, copy.AsSpan(IdPlace, IdBytes));
        RandomNumberGenerator.Fill(copy.AsSpan(NoncePlace, NonceBytes));
        using var cipher = new AesGcm(keys.Current(KeyPurpose.Database), TagBytes);
        cipher.Encrypt(
            copy.AsSpan(NoncePlace, NonceBytes), dataKey, copy.AsSpan(KeyPlace), copy.AsSpan(TagPlace, TagBytes), copy.AsSpan(0, NoncePlace));
        return copy;
    }

    /// <summary>A whole head for a new database.</summary>
    public static byte[] New(byte[] dataKey, KeyRing keys)
    {
        var head = new byte[Bytes];
        foreach (var place in Places)
        {
            Copy(dataKey, keys).CopyTo(head.AsSpan(place));
        }

        return head;
    }

    /// <summary>Opens the first copy that the ring opens.</summary>
    /// <param name="head">The first <see cref="Bytes"/> bytes of the file.</param>
    /// <param name="keys">The ring.</param>
    /// <param name="read">The head, and whether both copies are under the ring's present key.</param>
    /// <param name="fault">Why none opens, and the id of the key that the first one asks for.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> head, KeyRing keys, [NotNullWhen(true)] out SealHead? read, out bool isCurrent, out (SealFault Fault, string KeyId) fault)
    {
        read = null;
        isCurrent = true;
        fault = (SealFault.Damaged, string.Empty);
        foreach (var place in Places)
        {
            var opened = Open(head.Slice(place, CopyBytes), place, keys, out var why);
            read ??= opened;
            isCurrent &= opened is not null && opened.KeyId == keys.CurrentId;
            fault = fault.Fault == SealFault.Damaged ? why : fault;
        }

        return read is not null;
    }

    private static SealHead? Open(ReadOnlySpan<byte> copy, int place, KeyRing keys, out (SealFault Fault, string KeyId) why)
    {
        why = (SealFault.Damaged, string.Empty);
        if (!copy.StartsWith(Magic) || copy[IdPlace - 1] > IdBytes)
        {
            return null;
        }

        if (copy[Magic.Length] != Version)
        {
            why = (SealFault.Newer, string.Empty);
            return null;
        }

        var id = Encoding.ASCII.GetString(copy.Slice(IdPlace, copy[IdPlace - 1]));
        why = (SealFault.KeyUnavailable, id);
        if (keys.Derive(id, KeyPurpose.Database) is not { } key)
        {
            return null;
        }

        var dataKey = new byte[KeyRing.KeyBytes];
        using var cipher = new AesGcm(key, TagBytes);
        try
        {
            cipher.Decrypt(copy.Slice(NoncePlace, NonceBytes), copy[KeyPlace..], copy.Slice(TagPlace, TagBytes), dataKey, copy[..NoncePlace]);
            return new SealHead(id, dataKey, place);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
