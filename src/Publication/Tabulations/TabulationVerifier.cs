using Publication.Rules;

namespace Publication.Tabulations;

/// <summary>
/// Checks a tabulation by adding up, without a solver and without anything that made it: every shown figure from the records, every rule from the figures, every
/// witness against what is shown and known, and whether the witnesses reach what each rule asks for (disclosure control, 6.3).
/// </summary>
internal sealed class TabulationVerifier
{
    private readonly Tabulation _tabulation;
    private readonly int[][] _atoms;
    private readonly long[] _counts;
    private readonly List<TabulationFinding> _findings = [];
    private readonly TableCounter[] _counters;
    private readonly long[][] _values;

    private TabulationVerifier(Tabulation tabulation, int[][] atoms, long[] counts)
    {
        _tabulation = tabulation;
        _atoms = atoms;
        _counts = counts;
        _counters = [.. tabulation.Tables.Select(t => new TableCounter(t))];
        _values = [.. tabulation.Tables.Select(t => new long[t.Shown.Length])];
    }

    /// <param name="tabulation">What is to be printed.</param>
    /// <param name="atoms">[record][variable] leaf; records may repeat.</param>
    /// <param name="counts">[record] how many, or how much.</param>
    /// <param name="witnesses">The alternatives that prove it.</param>
    /// <returns>Everything that is wrong; empty where the tabulation is safe.</returns>
    public static IReadOnlyList<TabulationFinding> Verify(Tabulation tabulation, int[][] atoms, long[] counts, IReadOnlyList<TabulationWitness> witnesses)
    {
        ArgumentNullException.ThrowIfNull(tabulation);
        var verifier = new TabulationVerifier(tabulation, atoms, counts);
        verifier.Recount();
        verifier.CheckStates();
        verifier.CheckWitnesses(witnesses);
        return verifier._findings;
    }

    private void Recount()
    {
        for (var a = 0; a < _atoms.Length; a++)
        {
            foreach (var (t, counter) in _counters.Index())
            {
                foreach (var cell in counter.CellsOf(_atoms[a]))
                {
                    _values[t][cell] = checked(_values[t][cell] + _counts[a]);
                }
            }
        }

        foreach (var (f, fact) in _tabulation.Facts.Index())
        {
            var sum = _atoms.Zip(_counts).Where(a => Covers(fact, a.First)).Sum(a => a.Second);
            if (sum < fact.Low || sum > fact.High)
            {
                Find(TabulationFindingKind.FactContradicted, f, -1);
            }
        }
    }

    private void CheckStates()
    {
        var states = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (t, table) in _tabulation.Tables.Index())
        {
            for (var cell = 0; cell < table.Shown.Length; cell++)
            {
                var value = _values[t][cell];
                if (table.Shown[cell] is { } shown)
                {
                    if (shown != value)
                    {
                        Find(TabulationFindingKind.WrongFigure, t, cell);
                    }

                    if (IsSmall(value))
                    {
                        Find(TabulationFindingKind.PrimaryShown, t, cell);
                    }
                }
                else if (value == 0 && _tabulation.Rules.Zeros is ZeroRule.Open or ZeroRule.OpenUnknown)
                {
                    Find(TabulationFindingKind.ZeroHidden, t, cell);
                }

                if (_tabulation.Tables.Count > 1)
                {
                    var key = _counters[t].DefinitionOf(cell);
                    if (states.TryGetValue(key, out var isShown) && isShown != table.Shown[cell].HasValue)
                    {
                        Find(TabulationFindingKind.Inconsistent, t, cell);
                    }

                    states[key] = table.Shown[cell].HasValue;
                }
            }
        }

        foreach (var primary in _tabulation.Rules.Primaries.Where(p => _tabulation.Tables[p.Table].Shown[p.Position].HasValue))
        {
            Find(TabulationFindingKind.PrimaryShown, primary.Table, primary.Position);
        }
    }

    private void CheckWitnesses(IReadOnlyList<TabulationWitness> witnesses)
    {
        var available = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (atom, count) in _atoms.Zip(_counts))
        {
            var key = string.Join(',', atom);
            available[key] = available.GetValueOrDefault(key) + count;
        }

        var attributes = new AttributeCheck(_tabulation, _values);
        var reached = _values.Select(v => new SortedSet<long>?[v.Length]).ToArray();
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
                attributes.Learn(changes);
                foreach (var (t, change) in changes.Index())
                {
                    foreach (var (cell, delta) in change.Where(c => c.Value != 0))
                    {
                        (reached[t][cell] ??= [0]).Add(delta);
                    }
                }
            }
        }

        CheckReach(reached);
        _findings.AddRange(attributes.Unreached().Select(u => new TabulationFinding(TabulationFindingKind.NotReached, u.Table, u.Position)));
    }

    private bool IsPossible(TabulationWitness witness, Dictionary<string, long> available)
    {
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (atom, delta) in witness.Atoms.Zip(witness.Deltas))
        {
            var key = string.Join(',', atom);
            totals[key] = totals.GetValueOrDefault(key) + delta;
        }

        return totals.All(t => available.GetValueOrDefault(t.Key) + t.Value >= 0)
            && _tabulation.Facts.All(f =>
            {
                var change = witness.Atoms.Zip(witness.Deltas).Where(a => Covers(f, a.First)).Sum(a => a.Second);
                return change == 0 || (SumOf(f) + change is var sum && sum >= f.Low && sum <= f.High);
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

                if (_tabulation.Rules.Zeros == ZeroRule.Open && _values[t][cell] + delta < 1)
                {
                    Find(TabulationFindingKind.WitnessImpossible, witness, -1);
                    return false;
                }
            }
        }

        return true;
    }

    private void CheckReach(SortedSet<long>?[][] reached)
    {
        var named = _tabulation.Rules.Primaries.ToDictionary(p => (p.Table, p.Position));
        for (var t = 0; t < _values.Length; t++)
        {
            for (var cell = 0; cell < _values[t].Length; cell++)
            {
                var value = _values[t][cell];
                var changes = reached[t][cell] ?? [0];
                if (named.TryGetValue((t, cell), out var primary))
                {
                    Reach(t, cell, changes.Min <= -Math.Min(primary.Down, value) && changes.Max >= primary.Up && changes.Count >= (primary is { Down: 0, Up: 0 } ? 2 : 1));
                }
                else if (IsSmall(value))
                {
                    var highest = _tabulation.Rules.Level == ProtectionLevel.Strict ? _tabulation.Rules.K : Math.Max(_tabulation.Rules.K - 1, 0);
                    Reach(t, cell, _tabulation.Rules.Level == ProtectionLevel.Exact
                        ? changes.Count >= 2
                        : changes.Min <= -value && changes.Max >= highest - value && changes.Count >= Math.Min(3, highest + 1));
                }
            }
        }
    }

    private void Reach(int table, int cell, bool isReached)
    {
        if (!isReached)
        {
            Find(TabulationFindingKind.NotReached, table, cell);
        }
    }

    private bool IsSmall(long value) => (value >= 1 && value < _tabulation.Rules.K) || (value == 0 && _tabulation.Rules.Zeros == ZeroRule.Sensitive);

    private long SumOf(TabulatedFact fact) => _atoms.Zip(_counts).Where(a => Covers(fact, a.First)).Sum(a => a.Second);

    private static bool Covers(TabulatedFact fact, int[] atom) => fact.Leaves.Index().All(l => Array.BinarySearch(l.Item, atom[l.Index]) >= 0);

    private void Find(TabulationFindingKind kind, int table, int position) => _findings.Add(new TabulationFinding(kind, table, position));
}
