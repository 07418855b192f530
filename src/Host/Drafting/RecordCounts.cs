using Apache.Arrow;
using Host.Composition;
using Host.Consents;
using Host.Outcomes;
using Host.Planning;
using Host.Workflow;
using Ingest.Counting;
using Ingest.Programme;
using Ingest.Schema;
using Ingest.Storage;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>Counts the records of a period, cases and figures: per population the weighted distinct records of its quarters, with what each partner knows.</summary>
internal sealed class RecordCounts(Installation installation, CaseStore store, CodeLists lists, PeriodPlanner planner, ConsentDesk consents)
{
    public Outcome<CountedRecords> Of(ReleasePeriod period, CancellationToken cancellationToken)
    {
        if (!consents.Settle(cancellationToken).Succeeded(out _, out var failure) || !Published(period).Succeeded(out var published, out failure))
        {
            return failure;
        }

        var cutOffs = CutOffs();
        var rule = QuarterRule.At(cutOffs);
        string[] quarters = [.. period.Quarters.Where(q => !published.ContainsKey(q)).Select(q => q.ToString())];
        PopulationVocabulary[] populations = Populations;
        var counted = new PopulationCounter(store, lists, rule, Environment.ProcessorCount).Count(
            [.. populations.Select(p => new CountRequest(Enum.Parse<Population>(p.Population, ignoreCase: true), p.Columns))], quarters, cancellationToken);
        if (!counted.TryGet(out var tables))
        {
            return StoreFailures.Of(counted.Failure!.Value);
        }

        // Always added up for a year, so that it does not matter which of its quarters were published in between.
        var batches = populations.Zip(tables).ToDictionary(
            p => p.First.Population,
            p => period.IsYear ? CountSum.Of([p.Second, .. published.Values.Select(q => q[p.First.Population])]) : p.Second,
            StringComparer.Ordinal);
        var holdCases = batches.Values.Any(b => b.Length > 0);
        var figures = Figures(cutOffs)
            .Count(planner.Vocabularies.Where(v => lists.Indicators.IsCountedIn(v.Population)).ToDictionary(v => v.Population, v => v.Columns, StringComparer.Ordinal), [.. period.Quarters.Select(q => q.ToString())]);
        if (!figures.TryGet(out var counts))
        {
            return StoreFailures.Of(figures.Failure!.Value);
        }

        // Where nothing was ever reported there is nothing to publish, and nothing to vouch for.
        foreach (var (population, batch) in counts.Populations.Where(p => p.Value.Length > 0 || counts.Complete.Any(c => lists.Indicators[c].Population == p.Key)))
        {
            batches.Add(population, batch);
        }

        return new CountedRecords(batches, counts.Complete, holdCases);
    }

    /// <summary>Figures of indicators that somebody owes for a period, as its cut-offs stand.</summary>
    public Outcome<IReadOnlyList<MissingFigure>> MissingFigures(ReleasePeriod period)
    {
        var missing = Figures(CutOffs()).Missing([.. period.Quarters.Select(q => q.ToString())]);
        return missing.TryGet(out var found) ? Outcome<IReadOnlyList<MissingFigure>>.Of(found) : StoreFailures.Of(missing.Failure!.Value);
    }

    /// <summary>Keeps what a quarter was counted from until its year is published.</summary>
    public void Keep(ReleasePeriod quarter, CountedRecords counted) =>
        installation.Counts.Keep(quarter, Populations.ToDictionary(v => v.Population, v => counted.Populations[v.Population], StringComparer.Ordinal));

    // Populations of persons; figures of indicators have closings of their own.
    private PopulationVocabulary[] Populations => [.. planner.Vocabularies.Where(v => !lists.Indicators.IsCountedIn(v.Population))];

    /// <summary>What the published quarters of a year were counted from, where it was kept and speaks of the variables that are asked for now.</summary>
    private Outcome<IReadOnlyDictionary<ReleasePeriod, IReadOnlyDictionary<string, RecordBatch>>> Published(ReleasePeriod period)
    {
        var found = new Dictionary<ReleasePeriod, IReadOnlyDictionary<string, RecordBatch>>();
        foreach (var quarter in (period.IsYear ? period.Quarters : []).Where(q => PublishedAt(q.ToString()) is not null))
        {
            if (!installation.Counts.Find(quarter).Succeeded(out var kept, out var failure))
            {
                return failure;
            }

            if (Populations.All(v => kept.TryGetValue(v.Population, out var batch)
                && CountSum.CodesIn(batch).SequenceEqual(v.Columns.Select(c => c.Variable), StringComparer.Ordinal)))
            {
                found.Add(quarter, kept);
            }
        }

        return found;
    }

    private ProgrammeCounter Figures(Dictionary<string, DateOnly> cutOffs) =>
        new(store, lists, cutOffs.ToDictionary(c => c.Key, c => new FigureClosing(c.Value, PublishedAt(c.Key)), StringComparer.Ordinal));

    private DateTimeOffset? PublishedAt(string quarter) =>
        installation.Publications.Find($"{quarter}.1")?.SealedAt is { } at ? Instant.Read(at) : null;

    /// <summary>Persons of some quarters, and how many of them each partner knows; nothing else about anybody.</summary>
    public Outcome<PersonsKnown> Persons(IReadOnlyList<ReleasePeriod> quarters, CancellationToken cancellationToken)
    {
        if (!consents.Settle(cancellationToken).Succeeded(out _, out var failure))
        {
            return failure;
        }

        string[] codes = [.. quarters.Select(q => q.ToString())];
        var counted = new PopulationCounter(store, lists, QuarterRule.At(CutOffs())).Count(Population.Victims, [new CountColumn("quarter")], codes, cancellationToken);
        return counted.TryGet(out var batch) ? PersonsKnown.Of(batch) : StoreFailures.Of(counted.Failure!.Value);
    }

    /// <summary>Records that add no person to a period, since the person counts in it by another record.</summary>
    public Outcome<int> Duplicates(ReleasePeriod period, CancellationToken cancellationToken)
    {
        var summary = new PopulationCounter(store, lists, QuarterRule.At(CutOffs())).Summarise(Population.Victims, [.. period.Quarters.Select(q => q.ToString())], cancellationToken);
        return summary.TryGet(out var found) ? found.Duplicates : StoreFailures.Of(summary.Failure!.Value);
    }

    // Quarters before the first that this installation publishes never close: what a partner hands over of its past is not late. Nor do those that an older backup had
    // forgotten: their records were counted once, and when they are sent again they count in their own quarter and in no other.
    private Dictionary<string, DateOnly> CutOffs()
    {
        var cutOffs = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        if (FirstQuarter.Of(installation, store) is { } first)
        {
            var calendar = installation.Calendar;
            var today = calendar.DayOf(installation.Clock.GetUtcNow());
            var rebuilt = installation.Rebuilt.Quarters();
            for (var quarter = first; quarter.Start <= today; quarter = ReleasePeriod.QuarterOf(quarter.End.AddDays(1)))
            {
                if (rebuilt.Contains(quarter.ToString()))
                {
                    continue;
                }

                cutOffs.Add(quarter.ToString(), calendar.CutOff(quarter));
            }
        }

        return cutOffs;
    }
}
