using System.Text;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;

namespace Ingest.Reading;

/// <summary>The partner's case number. It is scanned: some partners number their cases by the person's identity number.</summary>
internal sealed class CaseNumberColumn(int index, ProfileColumn column) : BoundColumn(index, column)
{
    /// <summary>The shortest text that can be an identity number, telephone number, address or IBAN.</summary>
    private const int ShortestIdentifier = 6;

    /// <summary>Telephone and identity numbers have more digits, an IBAN more characters.</summary>
    private const int FewDigits = 9;
    private const int ShorterThanIban = 15;

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        draft.SetCaseNumber(cell);
        if (cell.Length < ShortestIdentifier || IsHarmless(cell))
        {
            return RuleCode.None;
        }

        Span<char> text = cell.Length <= 256 ? stackalloc char[cell.Length] : new char[cell.Length];
        text = text[..Encoding.UTF8.GetChars(cell, text)];
        return IdentifierScan.Find(text, isCaseNumber: true);
    }

    private static bool IsHarmless(ReadOnlySpan<byte> cell)
    {
        int digits = 0;
        foreach (byte b in cell)
        {
            digits += char.IsAsciiDigit((char)b) ? 1 : 0;
        }

        return digits <= FewDigits && cell.Length < ShorterThanIban && !cell.Contains((byte)'@');
    }
}
