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

    public StoreResult<RecordBatch> Count(
        Population population, IReadOnlyList<CountColumn> columns, IReadOnlyList<string>? quarters, CancellationToken cancellationToken)
    {
        IReadOnlyList<GatheredColumn> gathered = CountColumns.Resolve(columns, codebook);
        return Unchanged<RecordBatch>(() =>
        {
            StoreResult<CountScope> taken = CountScope.Take(store, codebook);
            if (!taken.TryGet(out CountScope? scope))
            {
                return taken.Failure!.Value;
            }

            PersonRoster roster = Roster(population, scope, quarters, cancellationToken);
            var partners = new GatheredPartners(scope.Partners);
            Gather(scope, roster, gathered, partners, cancellationToken);
            return CountedBatch.Make(gathered, partners, threads, cancellationToken);
        });
    }

    public StoreResult<PopulationSummary> Summarise(
        Population population, IReadOnlyList<string>? quarters, CancellationToken cancellationToken) =>
        Unchanged<PopulationSummary>(() =>
        {
            StoreResult<CountScope> taken = CountScope.Take(store, codebook);
            return taken.TryGet(out CountScope? scope)
                ? Roster(population, scope, quarters, cancellationToken).Summary
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

    private PersonRoster Roster(Population population, CountScope scope, IReadOnlyList<string>? quarters, CancellationToken ct)
    {
        HashSet<short>? chosen = quarters?.Select(QuarterCode.Parse).ToHashSet();
        RecordIndex index = RecordIndex.Read(store, scope, PopulationRule.For(population, codebook), rule, ct);
        return PersonRoster.Make(index, rule, scope.PartnerOfUpload, chosen);
    }

    private void Gather(
        CountScope scope, PersonRoster roster, IReadOnlyList<GatheredColumn> columns, GatheredPartners partners, CancellationToken ct)
    {
        string[] sources = [.. columns.SelectMany(column => column.Sources).Distinct(StringComparer.Ordinal)];
        for (int upload = 0; upload < scope.Counted.Count; upload++)
        {
            IReadOnlyList<RosterEntry> entries = roster.Entries[upload];
            if (entries.Count == 0)
            {
                continue;
            }

            // A file is read for its rows even where only the quarter is asked for; one narrow column serves.
            string[] read = sources.Length > 0 ? sources : [CaseFileSchema.YearOnly];
            using CaseFileReader reader = store.OpenFile(scope.Counted[upload], read, codebook);
            int at = 0;
            int start = 0;
            while (at < entries.Count && reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                int end = start + reader.Block.Rows.Count;
                for (; at < entries.Count && entries[at].Row < end; at++)
                {
                    Add(columns, partners, reader.Block, entries[at], entries[at].Row - start);
                }

                start = end;
            }
        }
    }

    private static void Add(
        IReadOnlyList<GatheredColumn> columns, GatheredPartners partners, StoredCases block, in RosterEntry entry, int row)
    {
        // Once for the count, and once more for each other partner that knows the person.
        for (int copy = 0; copy <= entry.OtherPartners.Count; copy++)
        {
            foreach (GatheredColumn column in columns)
            {
                column.Add(block, row, entry.Quarter);
            }
        }

        partners.Add(entry);
    }
}
