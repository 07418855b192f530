using Apache.Arrow;
using Ingest.Counting.Kernel;
using Ingest.Schema;
using Ingest.Storage;

namespace Ingest.Counting;

/// <summary>Counts in this process, from the case files, by the kernel.</summary>
public sealed class PopulationCounter : ICaseCounter
{
    private const int Attempts = 3;

    private readonly CaseStore store;
    private readonly QuarterRule rule;
    private readonly int threads;
    private readonly Codebook codebook;

    /// <param name="store">Where the cases are.</param>
    /// <param name="codeLists">The present code lists; records written with older ones are translated.</param>
    /// <param name="rule">In which quarter a record counts.</param>
    /// <param name="threads">At most this many; the result does not depend on it.</param>
    public PopulationCounter(CaseStore store, CodeLists codeLists, QuarterRule rule, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.store = store;
        this.rule = rule;
        this.threads = threads;
        codebook = new Codebook(codeLists);
    }

    public StoreResult<IReadOnlyList<RecordBatch>> Count(
        IReadOnlyList<CountRequest> requests, IReadOnlyList<string>? quarters, CancellationToken cancellationToken)
    {
        return Unchanged<IReadOnlyList<RecordBatch>>(() =>
        {
            StoreResult<CountScope> taken = CountScope.Take(store, codebook);
            if (!taken.TryGet(out CountScope? scope))
            {
                return taken.Failure!.Value;
            }

            PersonRoster[] rosters = Rosters([.. requests.Select(request => request.Population)], scope, quarters, cancellationToken);
            GatheredTable[] tables = [.. requests.Zip(rosters, (request, roster) => new GatheredTable(CountColumns.Resolve(request.Columns, codebook), scope.Partners, roster))];
            Gather(scope, tables, cancellationToken);
            return tables.Select(table => table.Finish(threads, cancellationToken)).ToArray();
        });
    }

    /// <summary>Counts one table; see <see cref="ICaseCounter.Count"/>.</summary>
    public StoreResult<RecordBatch> Count(
        Population population, IReadOnlyList<CountColumn> columns, IReadOnlyList<string>? quarters, CancellationToken cancellationToken)
    {
        StoreResult<IReadOnlyList<RecordBatch>> counted = Count([new CountRequest(population, columns)], quarters, cancellationToken);
        return counted.TryGet(out IReadOnlyList<RecordBatch>? batches) ? batches[0] : counted.Failure!.Value;
    }

    public StoreResult<PopulationSummary> Summarise(
        Population population, IReadOnlyList<string>? quarters, CancellationToken cancellationToken) =>
        Unchanged<PopulationSummary>(() =>
        {
            StoreResult<CountScope> taken = CountScope.Take(store, codebook);
            return taken.TryGet(out CountScope? scope)
                ? Rosters([population], scope, quarters, cancellationToken)[0].Summary
                : taken.Failure!.Value;
        });

    // A count reads its files twice, and one of them may be written anew in between; then it begins anew.
    private static StoreResult<T> Unchanged<T>(Func<StoreResult<T>> count)
        where T : notnull
    {
        StoreResult<T> counted = StoreFault.Guard(count);
        for (int again = 1; again < Attempts && counted.Failure is StoreFailureCode.StoreChanged; again++)
        {
            counted = StoreFault.Guard(count);
        }

        return counted;
    }

    private PersonRoster[] Rosters(IReadOnlyList<Population> populations, CountScope scope, IReadOnlyList<string>? quarters, CancellationToken ct)
    {
        HashSet<short>? chosen = quarters?.Select(QuarterCode.Parse).ToHashSet();
        PopulationRule[] rules = [.. populations.Select(population => PopulationRule.For(population, codebook))];
        return [.. new RecordIndexReader(store, scope, rules, rule).Read(threads, ct).Select(index => PersonRoster.Make(index, rule, scope.PartnerOfUpload, chosen))];
    }

    private void Gather(CountScope scope, IReadOnlyList<GatheredTable> tables, CancellationToken ct)
    {
        var block = new StoredCases();
        for (int upload = 0; upload < scope.Counted.Count; upload++)
        {
            GatheredTable[] counted = [.. tables.Where(table => table.Entries(upload).Count > 0)];
            if (counted.Length == 0)
            {
                continue;
            }

            // A file is read for its rows even where only the quarter is asked for; one narrow column serves.
            string[] sources = [.. counted.SelectMany(table => table.Sources).Distinct(StringComparer.Ordinal).DefaultIfEmpty(CaseFileSchema.YearOnly)];
            using CaseFileReader reader = store.OpenFile(scope.Counted[upload], sources, codebook, block);
            int start = 0;
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                foreach (GatheredTable table in counted)
                {
                    table.Add(block, upload, start);
                }

                start += block.Rows.Count;
            }
        }
    }
}
