using System.Numerics;

namespace Ingest.Counting.Kernel;

/// <summary>Open addressing with linear probing, reused from share to share; grows at half full. Not safe for two threads.</summary>
internal sealed class KeyTable(int shareBits)
{
    private ulong[] keys = new ulong[1 << 12];
    private int[] counts = new int[1 << 12];
    private int used;

    /// <summary>
    /// Counts the keys of one share and writes each different key once, with its count, over the front of the two spans.
    /// </summary>
    /// <returns>How many different keys there are.</returns>
    public int Count(Span<ulong> share, Span<int> found)
    {
        used = 0;
        counts.AsSpan().Clear();
        foreach (ulong key in share)
        {
            if ((used + 1) * 2 > counts.Length)
            {
                Grow();
            }

            Add(key, 1);
        }

        int at = 0;
        for (int slot = 0; slot < counts.Length; slot++)
        {
            if (counts[slot] != 0)
            {
                share[at] = keys[slot];
                found[at++] = counts[slot];
            }
        }

        return at;
    }

    private void Add(ulong key, int times)
    {
        // All keys of a share agree in the first bits of the hash, so the slot comes from the bits after them.
        int mask = counts.Length - 1;
        int slot = (int)((key * HashCounter.Multiplier) << shareBits >> (64 - BitOperations.Log2((uint)counts.Length)));
        while (counts[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        if (counts[slot] == 0)
        {
            keys[slot] = key;
            used++;
        }

        counts[slot] += times;
    }

    private void Grow()
    {
        (ulong[] oldKeys, int[] oldCounts) = (keys, counts);
        keys = new ulong[oldKeys.Length * 2];
        counts = new int[oldCounts.Length * 2];
        used = 0;
        for (int slot = 0; slot < oldCounts.Length; slot++)
        {
            if (oldCounts[slot] != 0)
            {
                Add(oldKeys[slot], oldCounts[slot]);
            }
        }
    }
}
