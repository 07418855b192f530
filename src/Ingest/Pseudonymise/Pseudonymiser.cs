using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Intake;

namespace Ingest.Pseudonymise;

/// <summary>Turns case numbers and names into keyed hashes. What goes in is forgotten at once.</summary>
/// <remarks>Every field is followed by a byte that no UTF-8 text holds, so that no two different inputs are the same bytes.</remarks>
internal sealed class Pseudonymiser : IDisposable
{
    private const byte Separator = 0xFF;

    // Kept for all rows: setting a key up costs more than hashing a row with it.
    private readonly HMACSHA256 caseKey;
    private readonly HMACSHA256 matchKey;
    private readonly byte[] partner;

    public Pseudonymiser(KeyRing keys, PartnerId partner)
    {
        caseKey = new HMACSHA256(keys.Current(KeyPurpose.CaseKey));
        matchKey = new HMACSHA256(keys.Current(KeyPurpose.MatchKey));
        this.partner = Encoding.UTF8.GetBytes(partner.Value);
    }

    /// <summary>The key of a case: partner and case number.</summary>
    public void CaseKey(ReadOnlySpan<byte> caseNumber, Span<byte> key) => Hash(caseKey, partner, caseNumber, key);

    /// <summary>The key of a case of a partner that numbers no cases: the person, within that partner.</summary>
    public void CaseKeyOfPerson(ReadOnlySpan<byte> match, Span<byte> key) => Hash(caseKey, partner, match, key);

    /// <summary>The key of a case without number and name: its place in the file.</summary>
    public void CaseKeyOfRow(ReadOnlySpan<byte> fileHash, int row, Span<byte> key)
    {
        Span<byte> place = stackalloc byte[fileHash.Length + 4];
        fileHash.CopyTo(place);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(place[fileHash.Length..], row);
        Hash(caseKey, partner, place, key);
    }

    /// <summary>The key of a person, the same at every partner; false where name, birth year or citizenship is not known.</summary>
    public bool TryMatchKey(string name, int birthYear, string citizenship, Span<byte> key)
    {
        if (NameFold.Fold(name) is not { } folded)
        {
            return false;
        }

        Span<byte> attributes = stackalloc byte[8 + Encoding.UTF8.GetMaxByteCount(citizenship.Length)];
        birthYear.TryFormat(attributes, out int digits, "D4", CultureInfo.InvariantCulture);
        int length = digits + Encoding.UTF8.GetBytes(citizenship, attributes[digits..]);
        Hash(matchKey, attributes[..length], Encoding.UTF8.GetBytes(folded), key);
        return true;
    }

    public void Dispose()
    {
        caseKey.Dispose();
        matchKey.Dispose();
    }

    private static void Hash(HMACSHA256 mac, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> key)
    {
        int length = first.Length + second.Length + 1;
        byte[]? rented = null;
        Span<byte> message = length <= 512 ? stackalloc byte[length] : (rented = ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);
        first.CopyTo(message);
        message[first.Length] = Separator;
        second.CopyTo(message[(first.Length + 1)..]);
        mac.TryComputeHash(message, key, out _);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }
}
