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

    // Many small tables that grow one at a time: growing one large table would hold it twice for a moment.
    private readonly ulong[][] segments = new ulong[1 << SegmentBits][];
    private readonly int[] used = new int[1 << SegmentBits];

    /// <returns>False if the key was there. The all-zero key stands for none and is always new.</returns>
    public bool Add(ReadOnlySpan<byte> key)
    {
        ulong prefix = BinaryPrimitives.ReadUInt64LittleEndian(key);
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
