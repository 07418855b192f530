namespace Ingest.Counting.Kernel;

/// <summary>One column of dense codes 0 … cardinality − 1, a digit of the mixed-radix key that stands for a combination.</summary>
internal abstract class KeyColumn
{
    protected KeyColumn(int cardinality)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cardinality, 1);
        Cardinality = cardinality;
    }

    public int Cardinality { get; }

    public abstract int Rows { get; }

    /// <summary>Appends this column as the lowest digit: key := key × cardinality + code, for rows from <paramref name="start"/> on.</summary>
    public abstract void Append(Span<ulong> keys, int start);
}
