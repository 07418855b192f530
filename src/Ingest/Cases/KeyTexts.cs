namespace Ingest.Cases;

/// <summary>
/// Case numbers and names of the rows of a batch, kept from reading until their HMACs are made and then wiped. It prints nothing.
/// </summary>
internal sealed class KeyTexts
{
    private const int FullAt = 1 << 20;

    private readonly int[] numberEnds = new int[CaseBatch.Capacity];
    private readonly int[] nameEnds = new int[CaseBatch.Capacity];
    private readonly short[] birthYears = new short[CaseBatch.Capacity];
    private byte[] bytes = new byte[1 << 16];
    private int used;

    public int Count { get; private set; }

    /// <summary>Whether it holds so much, for want of a better place in a partner's file, that no more rows should be added.</summary>
    public bool IsFull => used >= FullAt;

    /// <summary>Adds the next row.</summary>
    /// <param name="number">The case number as UTF-8; empty if there is none.</param>
    /// <param name="name">As UTF-8; empty where no key of the person can be made.</param>
    /// <param name="birthYear">Beside a name; else anything.</param>
    public void Add(ReadOnlySpan<byte> number, ReadOnlySpan<byte> name, int birthYear)
    {
        int needed = used + number.Length + name.Length;
        if (bytes.Length < needed)
        {
            Grow(needed);
        }

        number.CopyTo(bytes.AsSpan(used));
        name.CopyTo(bytes.AsSpan(used + number.Length));
        numberEnds[Count] = used + number.Length;
        nameEnds[Count] = used = needed;
        birthYears[Count++] = (short)birthYear;
    }

    public ReadOnlySpan<byte> Number(int row)
    {
        int start = row == 0 ? 0 : nameEnds[row - 1];
        return bytes.AsSpan(start, numberEnds[row] - start);
    }

    public ReadOnlySpan<byte> Name(int row) => bytes.AsSpan(numberEnds[row], nameEnds[row] - numberEnds[row]);

    public int BirthYear(int row) => birthYears[row];

    public void Wipe()
    {
        bytes.AsSpan(0, used).Clear();
        used = 0;
        Count = 0;
    }

    public override string ToString() => nameof(KeyTexts);

    private void Grow(int needed)
    {
        byte[] larger = new byte[Math.Max(bytes.Length * 2, needed)];
        bytes.AsSpan(0, used).CopyTo(larger);
        bytes.AsSpan(0, used).Clear();
        bytes = larger;
    }
}
