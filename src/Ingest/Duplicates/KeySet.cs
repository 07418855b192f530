using System.Buffers.Binary;

namespace Ingest.Duplicates;

/// <summary>
/// The keys met in one file, as 64-bit prefixes of their HMACs: some 14 bytes a key. Two different keys of a million share a prefix
/// with probability 3·10⁻⁸, and the number it serves is a notice to the partner, not a count that is published.
/// </summary>
internal sealed class KeySet
{
    private const int SegmentBits = 8;
    private const int FirstSlots = 16;
    private const int Block = 64;

    // Many small tables that grow one at a time: growing one large table would hold it twice for a moment.
    private readonly ulong[][] segments = new ulong[1 << SegmentBits][];
    private readonly int[] used = new int[1 << SegmentBits];

    // Keeps the reads from being left out as useless.
    private ulong touched;

    /// <summary>Adds the keys of several rows, in their order.</summary>
    /// <param name="keys">Rows of keys, <paramref name="keyBytes"/> each.</param>
    /// <param name="keyBytes">Bytes of a key, at least eight.</param>
    /// <param name="repeated">Set to true where the row's key was there before; left alone elsewhere. The all-zero key is none.</param>
    public void Add(ReadOnlySpan<byte> keys, int keyBytes, Span<bool> repeated)
    {
        for (int start = 0; start < repeated.Length; start += Block)
        {
            Span<bool> block = repeated.Slice(start, Math.Min(Block, repeated.Length - start));
            ReadOnlySpan<byte> blockKeys = keys.Slice(start * keyBytes, block.Length * keyBytes);
            Touch(blockKeys, keyBytes);
            for (int row = 0; row < block.Length; row++)
            {
                block[row] |= !Add(BinaryPrimitives.ReadUInt64LittleEndian(blockKeys[(row * keyBytes)..]));
            }
        }
    }

    /// <summary>Reads the places of all keys first: the waits for memory then overlap, which they cannot while keys are inserted.</summary>
    private void Touch(ReadOnlySpan<byte> keys, int keyBytes)
    {
        ulong sum = 0;
        for (int at = 0; at < keys.Length; at += keyBytes)
        {
            ulong prefix = BinaryPrimitives.ReadUInt64LittleEndian(keys[at..]);
            if (segments[prefix >> (64 - SegmentBits)] is { } slots)
            {
                sum += slots[(int)prefix & (slots.Length - 1)];
            }
        }

        touched = sum;
    }

    private bool Add(ulong prefix)
    {
        if (prefix == 0)
        {
            return true;
        }

        int segment = (int)(prefix >> (64 - SegmentBits));
        ulong[] slots = segments[segment] ??= new ulong[FirstSlots];
        if (!Insert(slots, prefix))
        {
            return false;
        }

        if (++used[segment] * 4 > slots.Length * 3)
        {
            segments[segment] = Grown(slots);
        }

        return true;
    }

    private static bool Insert(ulong[] slots, ulong prefix)
    {
        // The prefix is the output of a keyed hash: its low bits are as good as any hash of it.
        int mask = slots.Length - 1;
        int slot = (int)prefix & mask;
        while (slots[slot] != 0)
        {
            if (slots[slot] == prefix)
            {
                return false;
            }

            slot = (slot + 1) & mask;
        }

        slots[slot] = prefix;
        return true;
    }

    private static ulong[] Grown(ulong[] slots)
    {
        ulong[] larger = new ulong[slots.Length * 2];
        foreach (ulong prefix in slots)
        {
            if (prefix != 0)
            {
                Insert(larger, prefix);
            }
        }

        return larger;
    }
}
