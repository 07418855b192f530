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

    /// <summary>A telephone or identity number has more digits with nothing else between them than marks, an IBAN more characters.</summary>
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

    /// <summary>Whether the bytes alone show that the scan would find nothing, as those of most case numbers do.</summary>
    internal static bool IsHarmless(ReadOnlySpan<byte> cell)
    {
        int digits = 0;
        foreach (byte b in cell)
        {
            if (char.IsAsciiDigit((char)b))
            {
                digits++;
            }
            else if (b is not ((byte)' ' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)')'))
            {
                digits = 0;
            }

            if (digits > FewDigits || b == '@')
            {
                return false;
            }
        }

        return cell.Length < ShorterThanIban;
    }
}
