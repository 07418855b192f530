using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>What duplicates are decided by, for every row of the uploads that count. About 64 bytes a row.</summary>
internal sealed class RecordIndex
{
    private readonly List<CaseRecord> records = [];
    private readonly Dictionary<int, DateOnly> acceptedOn;

    private RecordIndex(Dictionary<int, DateOnly> acceptedOn) => this.acceptedOn = acceptedOn;

    /// <exception cref="StoreException">A file cannot be read.</exception>
    public static RecordIndex Read(CaseStore store, CountScope scope, PopulationRule population, QuarterRule rule, CancellationToken ct)
    {
        var index = new RecordIndex(scope.All.ToDictionary(
            upload => (int)upload.AcceptedOrder, upload => QuarterRule.DayOf(upload.Receipt.AcceptedAt)));
        for (int upload = 0; upload < scope.Counted.Count; upload++)
        {
            // All columns: the content of a row decides between rows that are otherwise equal.
            using CaseFileReader reader = store.OpenFile(scope.Counted[upload], CaseFileSchema.Columns, scope.Codebook);
            int start = 0;
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                index.Add(reader.Block, upload, (int)scope.Counted[upload].AcceptedOrder, start, population, rule);
                start += reader.Block.Rows.Count;
            }
        }

        return index;
    }

    public DateOnly AcceptedOn(int order) => acceptedOn[order];

    /// <summary>The records in the order in which they count.</summary>
    public CaseRecord[] InOrder()
    {
        CaseRecord[] ordered = [.. records];
        Array.Sort(ordered, new RecordOrder());
        return ordered;
    }

    private void Add(StoredCases block, int upload, int ownOrder, int start, PopulationRule population, QuarterRule rule)
    {
        CaseBatch rows = block.Rows;
        for (int row = 0; row < rows.Count; row++)
        {
            int order = block.FirstAccepted[row] == 0 ? ownOrder : block.FirstAccepted[row];
            bool belongs = population.Belongs(rows, row);
            short own = belongs ? population.QuarterOf(rows, row) : Quarter.None;
            records.Add(new CaseRecord
            {
                Case = new CaseIdentity(rows.CaseKey(row)),
                Person = new CaseIdentity(rows.MatchKey(row)),
                Order = order,
                Upload = upload,
                Row = start + row,
                Quarter = own == Quarter.None ? Quarter.None : rule.Assign(own, acceptedOn[order]),
                Belongs = belongs,
                Content = RowContent.Of(rows, row),
            });
        }
    }
}
