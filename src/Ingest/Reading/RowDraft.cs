using Ingest.Cases;
using Ingest.Profiles;

namespace Ingest.Reading;

/// <summary>
/// What the cells of one row say, before it is made a case. Reused from row to row; holds a name and a case number only until the
/// row is a case, and prints nothing.
/// </summary>
internal sealed class RowDraft
{
    private const int FirstSet = (int)ColumnTarget.Sectors;
    private const int FirstDate = (int)ColumnTarget.Registered;

    private readonly byte[] codes = new byte[(int)ColumnTarget.Outcome + 1];
    private readonly CodeSequence[] sets = [new(), new(), new(), new()];
    private readonly DateCell[] dates = new DateCell[(int)ColumnTarget.Birth - FirstDate + 1];
    private byte[] caseNumber = new byte[128];
    private int caseNumberLength;
    private byte[] name = new byte[256];
    private int nameLength;

    public int Row { get; private set; }

    /// <summary>Whether an error was found, so that the row cannot be accepted.</summary>
    public bool Faulty { get; set; }

    /// <summary>Whether any column that is read holds anything.</summary>
    public bool AnyText { get; set; }

    public FlagCell Consent { get; set; }

    /// <summary>Completed years, −1 if not given.</summary>
    public int AgeYears { get; set; }

    /// <summary>The parts of the name as UTF-8, joined by blanks; empty if not given.</summary>
    public ReadOnlySpan<byte> Name => name.AsSpan(0, nameLength);

    public ReadOnlySpan<byte> CaseNumber => caseNumber.AsSpan(0, caseNumberLength);

    public void Clear(int row)
    {
        Row = row;
        Faulty = false;
        AnyText = false;
        Consent = FlagCell.Without(CellState.Unknown);
        AgeYears = -1;
        nameLength = 0;
        caseNumberLength = 0;
        codes.AsSpan().Fill(MissingCode.NotCollected);
        dates.AsSpan().Fill(DateCell.None);
        foreach (CodeSequence set in sets)
        {
            set.Clear();
        }
    }

    public byte Code(ColumnTarget target) => codes[(int)target];

    public void SetCode(ColumnTarget target, byte code) => codes[(int)target] = code;

    public CodeSequence Set(ColumnTarget target) => sets[(int)target - FirstSet];

    public DateCell Date(ColumnTarget target) => dates[(int)target - FirstDate];

    public void SetDate(ColumnTarget target, DateCell date) => dates[(int)target - FirstDate] = date;

    public void AddName(ReadOnlySpan<byte> part)
    {
        if (name.Length < nameLength + part.Length + 1)
        {
            Array.Resize(ref name, nameLength + part.Length + 1);
        }

        if (nameLength > 0)
        {
            name[nameLength++] = (byte)' ';
        }

        part.CopyTo(name.AsSpan(nameLength));
        nameLength += part.Length;
    }

    public void SetCaseNumber(ReadOnlySpan<byte> number)
    {
        if (number.Length > caseNumber.Length)
        {
            caseNumber = new byte[number.Length];
        }

        number.CopyTo(caseNumber);
        caseNumberLength = number.Length;
    }

    public override string ToString() => nameof(RowDraft);
}
