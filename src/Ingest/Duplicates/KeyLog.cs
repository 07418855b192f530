using System.Buffers.Binary;
using Ingest.Cases;

namespace Ingest.Duplicates;

/// <summary>
/// The keys of one file's rows, as 64-bit prefixes of their HMACs. Two different keys of a million share a prefix with probability
/// 3·10⁻⁸, and the number it serves is a notice to the partner, not a count that is published.
/// </summary>
internal sealed class KeyLog
{
    private readonly RepeatFinder cases = new();
    private readonly RepeatFinder persons = new();

    public void Add(CaseBatch batch)
    {
        for (int row = 0; row < batch.Count; row++)
        {
            cases.Add(BinaryPrimitives.ReadUInt64LittleEndian(batch.CaseKey(row)));
            persons.Add(BinaryPrimitives.ReadUInt64LittleEndian(batch.MatchKey(row)));
        }
    }

    /// <summary>How many rows have a case key or a person key that stood in an earlier row.</summary>
    public int Repeated()
    {
        IReadOnlyList<int> byCase = cases.Repeated();
        IReadOnlyList<int> byPerson = persons.Repeated();
        int both = 0;
        for (int first = 0, second = 0; first < byCase.Count && second < byPerson.Count;)
        {
            int order = byCase[first].CompareTo(byPerson[second]);
            both += order == 0 ? 1 : 0;
            first += order <= 0 ? 1 : 0;
            second += order >= 0 ? 1 : 0;
        }

        return byCase.Count + byPerson.Count - both;
    }
}
