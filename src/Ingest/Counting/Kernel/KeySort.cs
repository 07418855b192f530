using System.Numerics;

namespace Ingest.Counting.Kernel;

/// <summary>Sorts keys with their counts, least significant digit first, over no more bits than the largest key can have.</summary>
internal static class KeySort
{
    private const int DigitBits = 11;

    public static void Ascending(ref ulong[] keys, ref int[] counts, ulong keyLimit)
    {
        if (keys.Length < 4096)
        {
            Array.Sort(keys, counts);
            return;
        }

        int bits = 64 - BitOperations.LeadingZeroCount(keyLimit - 1);
        ulong[] otherKeys = new ulong[keys.Length];
        int[] otherCounts = new int[counts.Length];
        int[] next = new int[1 << DigitBits];
        for (int shift = 0; shift < bits; shift += DigitBits)
        {
            Offsets(keys, shift, next);
            for (int i = 0; i < keys.Length; i++)
            {
                int at = next[Digit(keys[i], shift)]++;
                otherKeys[at] = keys[i];
                otherCounts[at] = counts[i];
            }

            (keys, otherKeys) = (otherKeys, keys);
            (counts, otherCounts) = (otherCounts, counts);
        }
    }

    private static void Offsets(ulong[] keys, int shift, int[] next)
    {
        next.AsSpan().Clear();
        foreach (ulong key in keys)
        {
            next[Digit(key, shift)]++;
        }

        int at = 0;
        for (int digit = 0; digit < next.Length; digit++)
        {
            (next[digit], at) = (at, at + next[digit]);
        }
    }

    private static int Digit(ulong key, int shift) => (int)(key >> shift) & ((1 << DigitBits) - 1);
}
