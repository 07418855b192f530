using System.Buffers.Binary;
using Ingest.Cases;

namespace Ingest.Duplicates;

/// <summary>
/// The keys of one file's rows, as 64-bit prefixes of their HMACs, 16 bytes a row and eight more while they are compared at the end:
/// sorting goes through memory in order, where a table would wait for it at every row. Two different keys of a million share a prefix
/// with probability 3·10⁻⁸, and the number it serves is a notice to the partner, not a count that is published.
/// </summary>
internal sealed class KeyLog
{
    private const ulong None = 0;

    private readonly List<ulong[]> cases = [];
    private readonly List<ulong[]> persons = [];

    public void Add(CaseBatch batch)
    {
        cases.Add(Prefixes(batch.CaseKeys, batch.Count));
        persons.Add(Prefixes(batch.MatchKeys, batch.Count));
    }

    /// <summary>How many rows have a case key or a person key that stood in an earlier row.</summary>
    public int Repeated()
    {
        Dictionary<ulong, bool> casesTwice = Twice(cases);
        Dictionary<ulong, bool> personsTwice = Twice(persons);
        int repeated = 0;
        for (int block = 0; block < cases.Count && casesTwice.Count + personsTwice.Count > 0; block++)
        {
            for (int row = 0; row < cases[block].Length; row++)
            {
                bool caseMet = WasMet(casesTwice, cases[block][row]);
                bool personMet = WasMet(personsTwice, persons[block][row]);
                repeated += caseMet || personMet ? 1 : 0;
            }
        }

        return repeated;
    }

    /// <summary>Whether a key that occurs more than once stood in an earlier row; notes that it has now.</summary>
    private static bool WasMet(Dictionary<ulong, bool> twice, ulong key)
    {
        if (!twice.TryGetValue(key, out bool met))
        {
            return false;
        }

        twice[key] = true;
        return met;
    }

    /// <summary>The keys that occur more than once, none of them met yet.</summary>
    private static Dictionary<ulong, bool> Twice(List<ulong[]> blocks)
    {
        ulong[] sorted = new ulong[blocks.Sum(block => block.Length)];
        int at = 0;
        foreach (ulong[] block in blocks)
        {
            block.CopyTo(sorted, at);
            at += block.Length;
        }

        Array.Sort(sorted);
        var twice = new Dictionary<ulong, bool>();
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1] && sorted[i] != None)
            {
                twice[sorted[i]] = false;
            }
        }

        return twice;
    }

    private static ulong[] Prefixes(byte[] keys, int rows)
    {
        ulong[] prefixes = new ulong[rows];
        for (int row = 0; row < rows; row++)
        {
            prefixes[row] = BinaryPrimitives.ReadUInt64LittleEndian(keys.AsSpan(row * CaseBatch.KeyBytes));
        }

        return prefixes;
    }
}
