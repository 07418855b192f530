namespace Ingest.Counting.Kernel;

/// <summary>Codes of one byte each, at most 256 of them.</summary>
internal sealed class ByteKeyColumn(ReadOnlyMemory<byte> codes, int cardinality) : KeyColumn(cardinality)
{
    public override int Rows => codes.Length;

    public override void Append(Span<ulong> keys, int start)
    {
        ReadOnlySpan<byte> block = codes.Span.Slice(start, keys.Length);
        ulong radix = (ulong)Cardinality;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (keys[i] * radix) + block[i];
        }
    }
}
