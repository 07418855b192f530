using System.Security.Cryptography;

namespace Ingest.Reading;

/// <summary>
/// Finds texts that occurred before, at twelve bytes a row while reading and eight more when asked. A hash with a key of the moment, so
/// that nobody can prepare texts that collide; among a million texts two differing ones are taken for equal once in some 18 million files.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly ulong key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private ulong[] hashes = new ulong[1024];
    private int[] rows = new int[1024];
    private int count;

    public void Add(ReadOnlySpan<byte> text, int row)
    {
        if (count == hashes.Length)
        {
            Array.Resize(ref hashes, count * 2);
            Array.Resize(ref rows, count * 2);
        }

        hashes[count] = Hash(text);
        rows[count++] = row;
    }

    /// <summary>The rows whose text stood in an earlier row, ascending.</summary>
    public IReadOnlyList<int> Repeated()
    {
        // Sorting all is one pass through memory after another; asking a table for each row is a miss of the cache for each row.
        ulong[] sorted = hashes[..count];
        Array.Sort(sorted);
        var twice = new HashSet<ulong>();
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1])
            {
                twice.Add(sorted[i]);
            }
        }

        var repeated = new List<int>();
        var met = new HashSet<ulong>();
        for (int i = 0; twice.Count > 0 && i < count; i++)
        {
            if (twice.Contains(hashes[i]) && !met.Add(hashes[i]))
            {
                repeated.Add(rows[i]);
            }
        }

        return repeated;
    }

    private ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = key;
        foreach (byte b in text)
        {
            hash = (hash ^ b) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
