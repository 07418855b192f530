namespace Ingest.Counting.Kernel;

/// <summary>Codes of four bytes each, for sets of codes and for folded prefixes.</summary>
internal sealed class IntKeyColumn(ReadOnlyMemory<int> codes, int cardinality) : KeyColumn(cardinality)
{
    public override int Rows => codes.Length;

    public override void Append(Span<ulong> keys, int start)
    {
        ReadOnlySpan<int> block = codes.Span.Slice(start, keys.Length);
        ulong radix = (ulong)Cardinality;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (keys[i] * radix) + (uint)block[i];
        }
    }
}
