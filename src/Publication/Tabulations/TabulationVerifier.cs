namespace Publication.Tabulations;

/// <summary>
/// Checks a tabulation by adding up, without a solver and without anything that made it: every shown figure from the records, every rule from the figures, every
/// witness against what is shown and known, and whether the witnesses reach what each rule asks for (disclosure control, 6.3), for strangers, for each person and for partners.
/// </summary>
internal sealed class TabulationVerifier
{
    /// <summary>Records that an alternative may move; more would wrap around when they are added up.</summary>
    private const long Most = 1L << 61;

    private readonly Tabulation _tabulation;
    private readonly TabulatedRecords _records;
    private readonly TabulationDemands _demands;
    private readonly List<TabulationFinding> _findings;
    private readonly TableCounter[] _counters;
    private readonly long[][] _values;
    private readonly long[] _sums;

    private TabulationVerifier(Tabulation tabulation, TabulatedRecords records)
    {
        _findings = [.. PooledTables.Faults(tabulation, records)];
        tabulation = tabulation with { Tables = [.. tabulation.Tables, .. PooledTables.Judged(tabulation)], Facts = [.. tabulation.Facts, .. PooledTables.Facts(tabulation, records)] };
        _tabulation = tabulation = tabulation with { Tables = [.. tabulation.Tables, .. LatentTables.Of(tabulation, records.Leaves)] };
        _records = records;
        _counters = [.. tabulation.Tables.Select(t => new TableCounter(t))];
        _demands = new TabulationDemands(tabulation, _counters);
        _values = Count(records.Counts);
        _sums = [.. tabulation.Facts.Select(f => records.Atoms.Zip(records.Counts).Where(a => f.Covers(a.First)).Sum(a => a.Second))];
    }

    /// <param name="tabulation">What is to be printed.</param>
    /// <param name="records">What it is made of.</param>
    /// <param name="witnesses">The alternatives that prove it.</param>
    /// <returns>Everything that is wrong; empty where the tabulation is safe.</returns>
    public static IReadOnlyList<TabulationFinding> Verify(Tabulation tabulation, TabulatedRecords records, IReadOnlyList<TabulationWitness> witnesses)
    {
        ArgumentNullException.ThrowIfNull(tabulation);
        var verifier = new TabulationVerifier(tabulation, records);
        verifier.CheckFacts();
        verifier._findings.AddRange(new FigureCheck(verifier._tabulation, verifier._counters, verifier._demands, verifier._values).Findings());
        verifier.CheckWitnesses(witnesses);
        return verifier._findings;
    }

    /// <summary>[table][cell] sums of something by record.</summary>
    private long[][] Count(long[] weights)
    {
        var values = _tabulation.Tables.Select(t => new long[t.Shown.Length]).ToArray();
        for (var a = 0; a < _records.Atoms.Length; a++)
        {
            foreach (var (t, counter) in _counters.Index())
            {
                foreach (var cell in weights[a] == 0 ? [] : counter.CellsOf(_records.Atoms[a]))
                {
                    values[t][cell] = checked(values[t][cell] + weights[a]);
                }
            }
        }

        return values;
    }

    /// <summary>Sums of hidden cells that few make up, for whoever chooses what to hide: strangers first, then what is left to partners.</summary>
    public static IReadOnlyList<(HiddenSum Sum, long Excess)> ConcentratedSums(Tabulation tabulation, TabulatedRecords records)
    {
        var verifier = new TabulationVerifier(tabulation, records);
        var own = records.PartnerCounts.Select(verifier.Count).ToArray();
        var found = verifier._demands.ConcentratedSums(verifier._values, own).ToList();
        foreach (var partners in PartnerSets.Of(own.Length, tabulation.Rules.Coalition))
        {
            found.AddRange(verifier._demands.ConcentratedSums(verifier.Left(own, partners), [.. own.Where((_, p) => !partners.Contains(p))]));
        }

        return found;
    }

    private void CheckFacts()
    {
        foreach (var (f, fact) in _tabulation.Facts.Index())
        {
            if (_sums[f] < fact.Low || _sums[f] > fact.High)
            {
                Find(TabulationFindingKind.FactContradicted, f, -1);
            }
        }
    }

    private void CheckWitnesses(IReadOnlyList<TabulationWitness> witnesses)
    {
        var available = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (atom, count) in _records.Atoms.Zip(_records.Counts))
        {
            var key = string.Join(',', atom);
            available[key] = available.GetValueOrDefault(key) + count;
        }

        var kinds = _tabulation.Rules is { Persons: false, Coalition: 0 } ? null : new RecordKinds(_tabulation, _counters, _records);
        var standing = new List<CheckedAlternative>();
        foreach (var (w, witness) in witnesses.Index())
        {
            if (!IsPossible(witness, available))
            {
                Find(TabulationFindingKind.WitnessImpossible, w, -1);
                continue;
            }

            var changes = _counters.Select(_ => new Dictionary<int, long>()).ToArray();
            foreach (var (atom, delta) in witness.Atoms.Zip(witness.Deltas))
            {
                foreach (var (t, counter) in _counters.Index())
                {
                    foreach (var cell in counter.CellsOf(atom))
                    {
                        changes[t][cell] = changes[t].GetValueOrDefault(cell) + delta;
                    }
                }
            }

            if (IsInvisible(w, changes))
            {
                standing.Add(new CheckedAlternative(changes, kinds is null ? new Dictionary<int, long>() : Left(witness, kinds)));
            }
        }

        CheckDemands(new DemandCheck(standing), standing, kinds);
    }

    /// <summary>What is left of the kinds of records that a witness makes fewer.</summary>
    private static Dictionary<int, long> Left(TabulationWitness witness, RecordKinds kinds)
    {
        var changes = new Dictionary<int, long>();
        foreach (var (atom, delta) in witness.Atoms.Zip(witness.Deltas))
        {
            var kind = kinds.Of(atom);
            changes[kind] = changes.GetValueOrDefault(kind) + delta;
        }

        return changes.Where(c => c.Value < 0).ToDictionary(c => c.Key, c => kinds.Counts[c.Key] + c.Value);
    }

    private void CheckDemands(DemandCheck check, IReadOnlyList<CheckedAlternative> standing, RecordKinds? kinds)
    {
        var own = _records.PartnerCounts.Select(Count).ToArray();
        foreach (var demand in _demands.Of(_values, own))
        {
            Require(demand, check.IsMet(demand) && (!_tabulation.Rules.Persons || check.IsMetForPersons(demand, kinds!)));
        }

        RequireSums(_demands.ConcentratedSums(_values, own));
        if (_tabulation.Rules.Coalition > 0)
        {
            foreach (var partners in PartnerSets.Of(own.Length, _tabulation.Rules.Coalition))
            {
                var left = Left(own, partners);
                var stands = standing.Select(s => s.StandsAgainst(kind => partners.Sum(p => kinds!.PartnerCounts[p][kind]))).ToArray();
                long[][][] others = [.. own.Where((_, p) => !partners.Contains(p))];
                foreach (var demand in _tabulation.Rules.Residual > 0 ? _demands.Residuals(left) : _demands.Of(left, others))
                {
                    Require(demand, check.IsMet(demand, stands));
                }

                RequireSums(_demands.ConcentratedSums(left, others));
            }
        }
    }

    /// <summary>[table][cell] what some partners do not know of each figure.</summary>
    private long[][] Left(long[][][] own, int[] partners) =>
        [.. _values.Select((values, t) => values.Select((value, cell) => value - partners.Sum(p => own[p][t][cell])).ToArray())];

    private void RequireSums(IEnumerable<(HiddenSum Sum, long Excess)> concentrated) =>
        _findings.AddRange(concentrated.Select(c => new TabulationFinding(TabulationFindingKind.SumConcentrated, c.Sum.Table, c.Sum.Whole)));

    private void Require(TabulatedDemand demand, bool isMet)
    {
        if (!isMet)
        {
            Find(TabulationFindingKind.NotReached, demand.Table, demand.Place);
        }
    }

    private bool IsPossible(TabulationWitness witness, Dictionary<string, long> available)
    {
        if (witness.Atoms.Length != witness.Deltas.Length || !witness.Atoms.All(_records.IsAtom) || witness.Deltas.Aggregate(Int128.Zero, (sum, d) => sum + Int128.Abs(d)) > Most)
        {
            return false;
        }

        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (atom, delta) in witness.Atoms.Zip(witness.Deltas))
        {
            var key = string.Join(',', atom);
            totals[key] = totals.GetValueOrDefault(key) + delta;
        }

        return totals.All(t => available.GetValueOrDefault(t.Key) + t.Value >= 0)
            && _tabulation.Facts.Index().All(f =>
            {
                var change = witness.Atoms.Zip(witness.Deltas).Where(a => f.Item.Covers(a.First)).Sum(a => a.Second);
                return change == 0 || (_sums[f.Index] + change is var sum && sum >= f.Item.Low && sum <= f.Item.High);
            });
    }

    private bool IsInvisible(int witness, Dictionary<int, long>[] changes)
    {
        foreach (var (t, change) in changes.Index())
        {
            foreach (var (cell, delta) in change.Where(c => c.Value != 0))
            {
                if (_tabulation.Tables[t].Shown[cell].HasValue)
                {
                    Find(TabulationFindingKind.WitnessVisible, witness, -1);
                    return false;
                }

                var least = _tabulation.Tables[t] is { IsKnown: true } or { IsLatent: true } or { IsPooled: true } ? _tabulation.Tables[t].HiddenMin : _tabulation.Rules.Zeros == ZeroRule.Open ? 1 : 0;
                if (_values[t][cell] + delta < least)
                {
                    Find(TabulationFindingKind.WitnessImpossible, witness, -1);
                    return false;
                }
            }
        }

        return true;
    }

    private void Find(TabulationFindingKind kind, int table, int position) => _findings.Add(new TabulationFinding(kind, table, position));
}
