using System.Security.Cryptography;

namespace Ingest.Reading;

/// <summary>
/// Notices texts met before, at eight bytes each and at most half full: 16 bytes a row. A keyed hash with a key of the moment, so that
/// nobody can prepare texts that collide; among a million texts two differing ones are taken for equal once in some 18 million files.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly ulong key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private ulong[] slots = new ulong[1024];
    private int count;

    public bool IsRepeated(ReadOnlySpan<byte> text)
    {
        if (count * 2 >= slots.Length)
        {
            Grow();
        }

        ulong hash = Hash(text);
        if (!Place(slots, hash))
        {
            return true;
        }

        count++;
        return false;
    }

    private static bool Place(ulong[] table, ulong hash)
    {
        int mask = table.Length - 1;
        for (int at = (int)(hash >> 17) & mask; ; at = (at + 1) & mask)
        {
            if (table[at] == 0)
            {
                table[at] = hash;
                return true;
            }

            if (table[at] == hash)
            {
                return false;
            }
        }
    }

    private void Grow()
    {
        ulong[] larger = new ulong[slots.Length * 2];
        foreach (ulong hash in slots)
        {
            if (hash != 0)
            {
                Place(larger, hash);
            }
        }

        slots = larger;
    }

    private ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = key;
        foreach (byte b in text)
        {
            hash = (hash ^ b) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash | 1;
    }
}
