using System.Runtime.ExceptionServices;
using Ingest.Cases;
using Ingest.Duplicates;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Reads every upload that counts once, for all populations together, several uploads at a time.</summary>
/// <param name="populations">Whom the indexes are of.</param>
/// <param name="rule">In which quarter a record counts.</param>
internal sealed class RecordIndexReader(CaseStore store, CountScope scope, IReadOnlyList<PopulationRule> populations, QuarterRule rule)
{
    private readonly Dictionary<int, DateOnly> acceptedOn =
        scope.All.ToDictionary(upload => (int)upload.AcceptedOrder, upload => QuarterRule.DayOf(upload.Receipt.AcceptedAt));

    /// <returns>An index for each population; it does not depend on the number of threads.</returns>
    /// <exception cref="StoreException">A file cannot be read.</exception>
    public IReadOnlyList<RecordIndex> Read(int threads, CancellationToken ct)
    {
        var parts = new List<CaseRecord>[scope.Counted.Count][];
        try
        {
            Parallel.For(
                0,
                parts.Length,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = ct },
                () => new StoredCases(),
                (upload, _, block) =>
                {
                    parts[upload] = Read(upload, block, ct);
                    return block;
                },
                _ => { });
        }
        catch (AggregateException all) when (all.InnerExceptions.Count > 0)
        {
            // One cause is enough, and callers look for its type.
            ExceptionDispatchInfo.Throw(all.InnerExceptions[0]);
        }

        RecordIndex[] indexes = [.. populations.Select(_ => new RecordIndex(acceptedOn))];
        foreach (List<CaseRecord>[] part in parts)
        {
            for (int i = 0; i < indexes.Length; i++)
            {
                indexes[i].Add(part[i]);
            }
        }

        return indexes;
    }

    private List<CaseRecord>[] Read(int upload, StoredCases block, CancellationToken ct)
    {
        List<CaseRecord>[] records = [.. populations.Select(_ => new List<CaseRecord>())];
        // All columns: the content of a row decides between rows that are otherwise equal.
        using CaseFileReader reader = store.OpenFile(scope.Counted[upload], CaseFileSchema.Columns, scope.Codebook, block);
        int start = 0;
        while (reader.Read())
        {
            ct.ThrowIfCancellationRequested();
            for (int row = 0; row < block.Rows.Count; row++)
            {
                Add(records, block, row, upload, start);
            }

            start += block.Rows.Count;
        }

        return records;
    }

    private void Add(List<CaseRecord>[] records, StoredCases block, int row, int upload, int start)
    {
        CaseBatch rows = block.Rows;
        int order = block.FirstAccepted[row] == 0 ? (int)scope.Counted[upload].AcceptedOrder : block.FirstAccepted[row];
        ulong content = RowContent.Of(rows, row);
        for (int i = 0; i < records.Length; i++)
        {
            bool belongs = populations[i].Belongs(rows, row);
            short own = belongs ? populations[i].QuarterOf(rows, row) : Quarter.None;
            records[i].Add(new CaseRecord
            {
                Case = new CaseIdentity(rows.CaseKey(row)),
                Person = new CaseIdentity(rows.MatchKey(row)),
                Order = order,
                Upload = upload,
                Row = start + row,
                Quarter = own == Quarter.None ? Quarter.None : rule.Assign(own, acceptedOn[order]),
                Belongs = belongs,
                Content = content,
            });
        }
    }
}
