using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ingest.Intake;

namespace Ingest.Pseudonymise;

/// <summary>
/// Turns case numbers and names into keyed hashes; what goes in is forgotten. Hashes are made in groups: they are complete when
/// <see cref="Finish"/> returns.
/// </summary>
/// <remarks>Between the fields of a message stands a byte that no UTF-8 text holds, so that no two different inputs are the same bytes.</remarks>
internal sealed class Pseudonymiser
{
    private const byte Separator = 0xFF;
    private const int YearAndCountry = 7;

    private readonly HmacLanes caseKeys;
    private readonly HmacLanes matchKeys;
    private readonly byte[] partner;
    private byte[] message = new byte[256];

    public Pseudonymiser(KeyRing keys, PartnerId partner)
    {
        caseKeys = new HmacLanes(keys.Current(KeyPurpose.CaseKey));
        matchKeys = new HmacLanes(keys.Current(KeyPurpose.MatchKey));
        this.partner = Encoding.UTF8.GetBytes(partner.Value);
    }

    /// <summary>The key of a case: partner and case number.</summary>
    public void CaseKey(ReadOnlySpan<byte> caseNumber, Memory<byte> key) => caseKeys.Add(Message(partner, caseNumber), key);

    /// <summary>The key of a case without number: its place in the file.</summary>
    public void CaseKeyOfRow(ReadOnlySpan<byte> fileHash, int row, Memory<byte> key)
    {
        Span<byte> place = stackalloc byte[fileHash.Length + sizeof(int)];
        fileHash.CopyTo(place);
        BinaryPrimitives.WriteInt32BigEndian(place[fileHash.Length..], row);
        caseKeys.Add(Message(partner, place), key);
    }

    /// <summary>
    /// The key of a person, the same at every partner. Year of birth and citizenship (alpha-3) stand beside the name, since names alone
    /// join strangers.
    /// </summary>
    /// <param name="foldedName">As <see cref="NameFold"/> gives it.</param>
    /// <param name="birthYear">1900 to 9999.</param>
    /// <param name="citizenship">Three letters.</param>
    /// <param name="key">32 bytes.</param>
    public void MatchKey(ReadOnlySpan<char> foldedName, int birthYear, string citizenship, Memory<byte> key)
    {
        Span<byte> attributes = stackalloc byte[YearAndCountry];
        for (int digit = 3, rest = birthYear; digit >= 0; digit--, rest /= 10)
        {
            attributes[digit] = (byte)('0' + (rest % 10));
        }

        Encoding.UTF8.GetBytes(citizenship, attributes[4..]);
        Span<byte> name = foldedName.Length <= 128 ? stackalloc byte[foldedName.Length * 3] : new byte[foldedName.Length * 3];
        matchKeys.Add(Message(attributes, name[..Encoding.UTF8.GetBytes(foldedName, name)]), key);
    }

    /// <summary>The key of a case of a partner that numbers no cases: the person, within that partner.</summary>
    public void CaseKeyOfPerson(ReadOnlySpan<char> foldedName, int birthYear, string citizenship, Memory<byte> key)
    {
        string person = string.Create(CultureInfo.InvariantCulture, $"{birthYear:D4}{citizenship}{foldedName}");
        caseKeys.Add(Message(partner, Encoding.UTF8.GetBytes(person)), key);
    }

    /// <summary>Completes all hashes asked for so far.</summary>
    public void Finish()
    {
        caseKeys.Finish();
        matchKeys.Finish();
        message.AsSpan().Clear();
    }

    private ReadOnlySpan<byte> Message(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        int length = first.Length + second.Length + 1;
        if (message.Length < length)
        {
            message = new byte[length];
        }

        first.CopyTo(message);
        message[first.Length] = Separator;
        second.CopyTo(message.AsSpan(first.Length + 1));
        return message.AsSpan(0, length);
    }
}
