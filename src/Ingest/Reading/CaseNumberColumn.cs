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

    protected override RuleCode Apply(ReadOnlySpan<byte> cell, RowDraft draft)
    {
        draft.SetCaseNumber(cell);
        if (cell.Length < ShortestIdentifier)
        {
            return RuleCode.None;
        }

        Span<char> text = cell.Length <= 256 ? stackalloc char[cell.Length] : new char[cell.Length];
        text = text[..Encoding.UTF8.GetChars(cell, text)];
        return IdentifierScan.Find(text, isCaseNumber: true);
    }
}
