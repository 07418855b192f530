using Apache.Arrow;
using Host.Composition;
using Host.Outcomes;
using Host.Planning;
using Ingest.Counting;
using Ingest.Schema;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>Counts the records of a period: per population the weighted distinct records of its quarters, with what each partner knows.</summary>
internal sealed class RecordCounts(Installation installation, CaseStore store, CodeLists lists, PeriodPlanner planner)
{
    public Outcome<IReadOnlyDictionary<string, RecordBatch>> Of(ReleasePeriod period, CancellationToken cancellationToken)
    {
        var rule = QuarterRuleFor();
        string[] quarters = [.. period.Quarters.Select(q => q.ToString())];
        PopulationVocabulary[] populations = [.. planner.Vocabularies];
        var counted = new StoreResult<RecordBatch>[populations.Length];

        // Each population reads the case files for itself, and none waits for another.
        Parallel.For(0, populations.Length, new ParallelOptions { CancellationToken = cancellationToken }, i => counted[i] = new PopulationCounter(store, lists, rule)
            .Count(Enum.Parse<Population>(populations[i].Population, ignoreCase: true), populations[i].Columns, quarters, cancellationToken));
        var batches = new Dictionary<string, RecordBatch>(StringComparer.Ordinal);
        for (var i = 0; i < populations.Length; i++)
        {
            if (!counted[i].TryGet(out var batch))
            {
                return StoreFailures.Of(counted[i].Failure!.Value);
            }

            batches.Add(populations[i].Population, batch);
        }

        return batches;
    }

    // Quarters before the first that this installation publishes never close: what a partner hands over of its past is not late.
    private QuarterRule QuarterRuleFor()
    {
        var cutOffs = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        if (FirstQuarter.Of(installation, store) is { } first)
        {
            var today = installation.Calendar.DayOf(installation.Clock.GetUtcNow());
            for (var quarter = first; quarter.Start <= today; quarter = ReleasePeriod.QuarterOf(quarter.End.AddDays(1)))
            {
                cutOffs.Add(quarter.ToString(), installation.Calendar.CutOff(quarter));
            }
        }

        return QuarterRule.At(cutOffs);
    }
}
