using Anonymize.Contingency.Specs;

namespace Anonymize.Tests.Contingency;

/// <summary>
/// The brute-force insider: every whole population that agrees with a printed table, and with the records that somebody knows. Written from the definitions of the rules alone; shares
/// nothing with engine and verifier.
/// </summary>
internal sealed class InsiderOracle
{
    private const int MostPopulations = 30_000;

    private readonly SomeOffices _world;
    private readonly (int[] Members, long? Shown, long Most)[] _cells;
    private readonly List<Question> _open;
    private readonly HashSet<string> _settled;
    private readonly long _leastHidden;
    private readonly int[][] _cellsOf;
    private readonly int[] _last;
    private readonly long[] _sums;
    private readonly long[] _population;
    private readonly long _most;
    private int _seen;

    /// <param name="world">The truth.</param>
    /// <param name="printed">Codes and figure of each cell; null for hidden.</param>
    /// <param name="earlier">The same of tables published before; nothing is asked about what they showed.</param>
    /// <param name="most">Codes of cells that nobody prints, and what they are known to hold at most.</param>
    public InsiderOracle(
        SomeOffices world,
        IEnumerable<(IReadOnlyList<string> Codes, long? Shown)> printed,
        IEnumerable<(IReadOnlyList<string> Codes, long? Shown)>? earlier = null,
        IEnumerable<(IReadOnlyList<string> Codes, long Most)>? most = null)
    {
        _world = world;
        var cells = printed.Concat(earlier ?? []).Select(p => (p.Codes, Members: world.MembersOf(p.Codes), p.Shown)).ToArray();
        _settled = (earlier ?? []).Where(e => e.Shown is not null).Select(e => string.Join(',', world.MembersOf(e.Codes))).ToHashSet(StringComparer.Ordinal);
        _cells = [.. cells.Select(c => (c.Members, c.Shown, long.MaxValue)), .. (most ?? []).Select(m => (world.MembersOf(m.Codes), (long?)null, m.Most))];
        var rules = world.Spec.Rules;
        _leastHidden = rules is { Zeros: ZeroPolicy.Open, HiddenMayBeZero: false } ? 1 : 0;
        _open = [.. Known().SelectMany(k => Questions(cells, k.Own, k.Person, k.Offices))];
        _cellsOf = [.. world.Counts.Select((_, column) => _cells.Index().Where(c => c.Item.Members.Contains(column)).Select(c => c.Index).ToArray())];
        _last = [.. _cells.Select(c => c.Members.DefaultIfEmpty(-1).Max())];
        _sums = new long[_cells.Length];
        _population = new long[world.Counts.Length];
        _most = world.Counts.Max() + new[] { rules.K, rules.Concentration.IsOff ? 0 : 4, rules.Kappa + 1 + rules.Slack }.Max();
    }

    /// <summary>Questions that are not open, once all populations were seen; null where there are too many to see.</summary>
    public int? Leaks()
    {
        Next(0);
        return _seen >= MostPopulations && _open.Count > 0 ? null : _open.Count;
    }

    /// <summary>Every population, as long as there are not too many; null where there are.</summary>
    public List<long[]>? Populations()
    {
        var all = new List<long[]>();
        _open.Add(new Question([], [], [], -1, _ => false) { Sees = all.Add });
        Next(0);
        return _seen >= MostPopulations ? null : all;
    }

    private IEnumerable<(long[] Own, int Person, int Offices)> Known()
    {
        yield return (new long[_world.Counts.Length], -1, 0);
        if (_world.Spec.Rules.Persons)
        {
            foreach (var (column, _) in _world.Counts.Index().Where(c => c.Item > 0))
            {
                yield return ([.. _world.Counts.Select((_, c) => c == column ? 1L : 0)], column, 0);
            }
        }

        for (var set = 1; set < 1 << _world.Owned.Length; set++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)set) <= _world.Spec.Rules.Coalition)
            {
                yield return ([.. _world.Counts.Select((_, c) => _world.Owned.Where((_, o) => (set >> o & 1) == 1).Sum(o => o[c]))], -1, set);
            }
        }
    }

    private IEnumerable<Question> Questions((IReadOnlyList<string> Codes, int[] Members, long? Shown)[] cells, long[] own, int person, int offices)
    {
        var rules = _world.Spec.Rules;
        bool IsPrimary(long value) => (value >= 1 && value < rules.K) || (value == 0 && rules.Zeros == ZeroPolicy.Sensitive);
        long Count(int[] members) => members.Sum(m => _world.Counts[m]) - (person < 0 ? members.Sum(m => own[m]) : 0);
        if (offices != 0 && rules.Residual > 0)
        {
            // The product asks one thing of partners: what is left to them, where it is little.
            foreach (var (_, members, _) in cells.Where(c => !_settled.Contains(string.Join(',', c.Members)) && Count(c.Members) >= 1 && Count(c.Members) < rules.Residual))
            {
                yield return new Question(own, members, [], person, v => v.Min <= 0 && v.Max >= rules.Residual - 1);
            }

            yield break;
        }

        foreach (var (_, members, _) in cells.Where(c => !_settled.Contains(string.Join(',', c.Members))))
        {
            var value = Count(members);
            var isInside = person >= 0 && members.Contains(person);
            if (IsPrimary(value) && !(isInside && value < 2))
            {
                var (low, high) = (isInside ? 1 : 0, rules.Level == ContingencyLevel.Strict ? rules.K : rules.K - 1);
                var distinct = rules.Level == ContingencyLevel.Exact || person >= 0 ? 2 : Math.Min(3, high + 1);
                yield return new Question(own, members, [], person, v => v.Count >= distinct && (rules.Level == ContingencyLevel.Exact || (v.Min <= low && v.Max >= high)));
            }
        }

        foreach (var (whole, part) in rules.Differences ? cells.SelectMany(_ => cells, (u, v) => (u.Members, v.Members)).Where(x => IsInside(x.Item2, x.Item1)) : [])
        {
            var value = Count(whole) - Count(part);
            var isInside = person >= 0 && whole.Contains(person) && !part.Contains(person);
            if (value >= 1 && value < rules.K && !(isInside && value < 2))
            {
                var (low, high) = (isInside ? 1 : 0, rules.Level == ContingencyLevel.Strict ? rules.K : rules.K - 1);
                var distinct = rules.Level == ContingencyLevel.Exact || person >= 0 ? 2 : Math.Min(3, high + 1);
                yield return new Question(own, whole, part, person, v => v.Count >= distinct && (rules.Level == ContingencyLevel.Exact || (v.Min <= low && v.Max >= high)));
            }
        }

        foreach (var members in rules.Latent > 0 ? Latent(cells) : [])
        {
            var value = Count(members);
            var isInside = person >= 0 && members.Contains(person);
            if (value >= 1 && value < rules.K && !(isInside && value < 2))
            {
                yield return new Question(own, members, [], person, v => rules.Level == ContingencyLevel.Exact ? v.Count >= 2 : v.Min <= (isInside ? 1 : 0) || v.Max >= rules.K);
            }
        }

        foreach (var (_, members, _) in cells.Where(_ => !rules.Concentration.IsOff))
        {
            // A sum is safe as soon as it is so large that the rules would let it be shown.
            var (value, parts) = (Count(members), _world.PartsOf(members, offices));
            if (value > 0 && SomeOffices.IsConcentrated(rules.Concentration, value, parts))
            {
                var level = 1L;
                while (SomeOffices.IsConcentrated(rules.Concentration, value + level, parts))
                {
                    level++;
                }

                yield return new Question(own, members, [], person, v => v.Min <= Math.Max(value - level, 0) && v.Max >= value + level);
            }
        }

        foreach (var (whole, part) in rules.Kappa < 0 ? [] : cells.SelectMany(_ => cells, (u, v) => (u, v)).Where(x => IsAttribute(x.u.Codes, x.v.Codes)))
        {
            if (Count(whole.Members) >= 1 && Count(whole.Members) - Count(part.Members) <= rules.Kappa)
            {
                yield return new Question(own, whole.Members, part.Members, person, v => v.Max >= rules.Kappa + 1 + rules.Slack);
            }
        }
    }

    /// <summary>One cell counts some of those that the other counts, and the two were not both shown earlier.</summary>
    private bool IsInside(int[] part, int[] whole) =>
        part.Length < whole.Length && part.All(whole.Contains) && !(_settled.Contains(string.Join(',', part)) && _settled.Contains(string.Join(',', whole)));

    /// <summary>Crossings of categories of few variables that no table prints.</summary>
    private IEnumerable<int[]> Latent((IReadOnlyList<string> Codes, int[] Members, long? Shown)[] cells)
    {
        var printed = cells.Select(c => string.Join(',', c.Members)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string[]> crossings = [[]];
        foreach (var (v, n) in _world.Shape.Index())
        {
            var isSets = v == _world.Shape.Length - 1 && _world.Spec.Variables[^1].Multiple is not null;
            string[] codes = [.. Enumerable.Range(0, isSets ? _world.Categories : n).Select(c => $"{(char)('a' + v)}{c:00}"), "Total"];
            // Whoever has several categories stands in each of them.
            codes = isSets ? [.. Enumerable.Range(1, (1 << _world.Categories) - 1).Select(s => string.Join('&', codes.SkipLast(1).Where((_, c) => (s >> c & 1) == 1))), "Total"] : codes;
            crossings = [.. crossings.SelectMany(_ => codes, (crossing, code) => (string[])[.. crossing, code])];
        }

        return crossings.Where(c => c.Sum(code => code == "Total" ? 0 : code.Split('&').Length) <= _world.Spec.Rules.Latent).Select(_world.MembersOf)
            .Where(m => printed.Add(string.Join(',', m)));
    }

    /// <summary>One category of the last variable beside its Total.</summary>
    private static bool IsAttribute(IReadOnlyList<string> whole, IReadOnlyList<string> part) =>
        whole[^1] == "Total" && part[^1] != "Total" && whole.SkipLast(1).SequenceEqual(part.SkipLast(1));

    private void Next(int column)
    {
        if (_open.Count == 0 || _seen >= MostPopulations)
        {
            return;
        }

        if (column == _population.Length)
        {
            _seen++;
            _open.RemoveAll(q => q.IsOpenAfter(_population));
            return;
        }

        for (var value = 0L; value <= _most; value++)
        {
            _population[column] = value;
            var isPossible = true;
            foreach (var cell in _cellsOf[column])
            {
                _sums[cell] += value;
                isPossible &= _cells[cell].Shown is { } shown
                    ? _sums[cell] <= shown && (_last[cell] > column || _sums[cell] == shown)
                    : _sums[cell] <= _cells[cell].Most && (_last[cell] > column || _sums[cell] >= _leastHidden);
            }

            if (isPossible)
            {
                Next(column + 1);
            }

            foreach (var cell in _cellsOf[column])
            {
                _sums[cell] -= value;
            }
        }
    }

    private sealed class Question(long[] own, int[] whole, int[] part, int person, Func<SortedSet<long>, bool> isOpen)
    {
        private readonly SortedSet<long> _values = [];

        public Action<long[]>? Sees { get; init; }

        public bool IsOpenAfter(long[] population)
        {
            Sees?.Invoke([.. population]);
            for (var c = 0; c < own.Length; c++)
            {
                if (population[c] < own[c])
                {
                    return false;
                }
            }

            return _values.Add(Sum(whole, population) - Sum(part, population)) && isOpen(_values);
        }

        private long Sum(int[] members, long[] population) => members.Sum(m => population[m] - (person < 0 && own.Length > 0 ? own[m] : 0));
    }
}
