using Ingest.Duplicates;

namespace Ingest.Counting;

/// <summary>What duplicates are decided by, for every row of the uploads that count. About 64 bytes a row.</summary>
/// <param name="acceptedOn">Day on which each upload was accepted, by its order.</param>
internal sealed class RecordIndex(IReadOnlyDictionary<int, DateOnly> acceptedOn)
{
    private readonly List<CaseRecord> records = [];

    public DateOnly AcceptedOn(int order) => acceptedOn[order];

    public void Add(IEnumerable<CaseRecord> more) => records.AddRange(more);

    /// <summary>The records in the order in which they count.</summary>
    public CaseRecord[] InOrder()
    {
        CaseRecord[] ordered = [.. records];
        Array.Sort(ordered, new RecordOrder());
        return ordered;
    }
}
