using System.Buffers.Binary;

namespace Ingest.Duplicates;

/// <summary>
/// The keys met in one file, as 64-bit prefixes of their HMACs: 16 bytes a key at most. Two different keys of a million share a
/// prefix with probability 3·10⁻⁸, and the number it serves is a notice to the partner, not a count that is published.
/// </summary>
internal sealed class KeySet
{
    private ulong[] slots = new ulong[1 << 10];
    private int used;

    /// <returns>False if the key was there. The all-zero key stands for none and is always new.</returns>
    public bool Add(ReadOnlySpan<byte> key)
    {
        ulong prefix = BinaryPrimitives.ReadUInt64LittleEndian(key);
        if (prefix == 0)
        {
            return true;
        }

        if (used * 4 > slots.Length * 3)
        {
            Grow();
        }

        return Insert(prefix);
    }

    private bool Insert(ulong prefix)
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
        used++;
        return true;
    }

    private void Grow()
    {
        ulong[] old = slots;
        slots = new ulong[old.Length * 2];
        used = 0;
        foreach (ulong prefix in old)
        {
            if (prefix != 0)
            {
                Insert(prefix);
            }
        }
    }
}
