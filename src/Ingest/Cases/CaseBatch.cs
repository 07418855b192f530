namespace Ingest.Cases;

/// <summary>
/// A block of accepted case records, column by column. Reading fills it, storing drains it, and it is used again: a file is never
/// in memory as a whole. It holds microdata, so it prints nothing and has no other form than its arrays.
/// </summary>
internal sealed class CaseBatch
{
    public const int Capacity = 8192;
    public const int KeyBytes = 32;

    private byte[][] codes = Columns<byte, CaseColumn>();
    private ulong[][] sets = Columns<ulong, SetColumn>();
    private short[][] periods = Columns<short, PeriodColumn>();

    /// <summary>Rows filled, 0 to <see cref="Capacity"/>.</summary>
    public int Count { get; set; }

    /// <summary>HMAC-SHA256 of partner id and case number, 32 bytes a row.</summary>
    public byte[] CaseKeys { get; private set; } = new byte[Capacity * KeyBytes];

    /// <summary>HMAC-SHA256 of folded name, birth year and citizenship, 32 bytes a row; all zero where these are not known.</summary>
    public byte[] MatchKeys { get; private set; } = new byte[Capacity * KeyBytes];

    /// <summary>The row number as the partner's own program shows it.</summary>
    public int[] SourceRow { get; private set; } = new int[Capacity];

    /// <summary>Bit n set: period column n of the row is known by its year only and holds that year's first quarter.</summary>
    public byte[] YearOnly { get; private set; } = new byte[Capacity];

    /// <summary>What the keys are made of, until they are made.</summary>
    public KeyTexts Texts { get; private set; } = new();

    /// <summary>Leaf indexes of one column; see <see cref="MissingCode.NotCollected"/>.</summary>
    public byte[] Codes(CaseColumn column) => codes[(int)column];

    /// <summary>Bit sets of one column; see <see cref="MissingCode"/> for the two bits that are no codes.</summary>
    public ulong[] Sets(SetColumn column) => sets[(int)column];

    /// <summary>Packed quarters of one column, <see cref="Quarter.None"/> where there is no date.</summary>
    public short[] Periods(PeriodColumn column) => periods[(int)column];

    public Span<byte> CaseKey(int row) => CaseKeys.AsSpan(row * KeyBytes, KeyBytes);

    public Span<byte> MatchKey(int row) => MatchKeys.AsSpan(row * KeyBytes, KeyBytes);

    public bool IsYearOnly(int row, PeriodColumn column) => (YearOnly[row] >> (int)column & 1) != 0;

    /// <summary>Gives what it holds for what another one holds; nothing is copied.</summary>
    public void Exchange(CaseBatch other)
    {
        (Count, other.Count) = (other.Count, Count);
        (CaseKeys, other.CaseKeys) = (other.CaseKeys, CaseKeys);
        (MatchKeys, other.MatchKeys) = (other.MatchKeys, MatchKeys);
        (SourceRow, other.SourceRow) = (other.SourceRow, SourceRow);
        (YearOnly, other.YearOnly) = (other.YearOnly, YearOnly);
        (Texts, other.Texts) = (other.Texts, Texts);
        (codes, other.codes) = (other.codes, codes);
        (sets, other.sets) = (other.sets, sets);
        (periods, other.periods) = (other.periods, periods);
    }

    /// <summary>Leaves the rows out and moves the others up, in their order. Texts stay where they are: keys are made before anything is left out.</summary>
    /// <param name="rows">Ascending.</param>
    public void Remove(IReadOnlyList<int> rows)
    {
        int to = 0;
        for (int row = 0, next = 0; row < Count; row++)
        {
            if (next < rows.Count && rows[next] == row)
            {
                next++;
            }
            else
            {
                Move(row, to++);
            }
        }

        Clear(to);
        Count = to;
    }

    public override string ToString() => nameof(CaseBatch);

    private void Move(int row, int to)
    {
        if (row == to)
        {
            return;
        }

        CaseKey(row).CopyTo(CaseKey(to));
        MatchKey(row).CopyTo(MatchKey(to));
        SourceRow[to] = SourceRow[row];
        YearOnly[to] = YearOnly[row];
        Move(codes, row, to);
        Move(sets, row, to);
        Move(periods, row, to);
    }

    // Nothing that leads to who was left out is in any array.
    private void Clear(int from)
    {
        CaseKeys.AsSpan(from * KeyBytes, (Count - from) * KeyBytes).Clear();
        MatchKeys.AsSpan(from * KeyBytes, (Count - from) * KeyBytes).Clear();
    }

    private static void Move<T>(T[][] columns, int row, int to)
    {
        foreach (T[] column in columns)
        {
            column[to] = column[row];
        }
    }

    private static T[][] Columns<T, TColumn>()
        where TColumn : struct, Enum
    {
        var columns = new T[Enum.GetValues<TColumn>().Length][];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = new T[Capacity];
        }

        return columns;
    }
}
