using System.Security.Cryptography;
using Ingest.Duplicates;

namespace Ingest.Reading;

/// <summary>
/// Finds texts that occurred before. By a hash with a key of the moment, so that nobody can prepare texts that collide; among a million
/// texts two differing ones are taken for equal once in some 18 million files.
/// </summary>
internal sealed class RepeatedKeys
{
    private readonly ulong key = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
    private readonly RepeatFinder texts = new();
    private readonly List<int> rows = [];

    public void Add(ReadOnlySpan<byte> text, int row)
    {
        texts.Add(Hash(text));
        rows.Add(row);
    }

    /// <summary>The rows whose text stood in an earlier row, ascending.</summary>
    public IEnumerable<int> Repeated() => texts.Repeated().Select(place => rows[place]);

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
