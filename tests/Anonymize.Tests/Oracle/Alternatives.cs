namespace Anonymize.Tests.Oracle;

/// <summary>
/// Every population that gives exactly the published figures, one by one. Kinds of persons that no fact and no question tells apart are
/// counted together. A group that no figure bounds is left open: it may hold any number.
/// </summary>
internal sealed class Alternatives
{
    private readonly List<int[]> _populations = [];

    private Alternatives(IReadOnlyList<UInt128> groups, bool[] isOpen)
    {
        Groups = groups;
        IsOpen = isOpen;
    }

    /// <summary>The kinds of persons that are counted together.</summary>
    public IReadOnlyList<UInt128> Groups { get; }

    public bool[] IsOpen { get; }

    /// <summary>Number of persons by group; an open group stands at 0.</summary>
    public IReadOnlyList<int[]> Populations => _populations;

    /// <param name="everyone">All kinds of persons.</param>
    /// <param name="facts">What is known. A fact without an upper end needs a lower end of zero, or other facts that bound its region.</param>
    /// <param name="questions">Regions to be asked about later.</param>
    /// <param name="limit">Most populations to list.</param>
    /// <returns>Null where there are more.</returns>
    public static Alternatives? List(UInt128 everyone, IReadOnlyList<PublicFact> facts, IEnumerable<UInt128> questions, int limit)
    {
        var groups = Partition(everyone, [.. facts.Select(f => f.Region), .. questions]);
        var isOpen = groups.Select(g => !facts.Any(f => f.High < int.MaxValue && (f.Region & g) != 0)).ToArray();
        var alternatives = new Alternatives(groups, isOpen);
        return new Search(alternatives, facts, limit).Run() ? alternatives : null;
    }

    private static List<UInt128> Partition(UInt128 everyone, IReadOnlyList<UInt128> regions)
    {
        var parts = new List<UInt128> { everyone };
        foreach (var region in regions.Distinct())
        {
            parts = [.. parts.SelectMany(p => (UInt128[])[p & region, p & ~region]).Where(p => p != 0)];
        }

        return parts;
    }

    /// <summary>Depth first over the bounded groups, in an order that completes figures early.</summary>
    private sealed class Search
    {
        private readonly Alternatives _found;
        private readonly int _limit;
        private readonly int[] _order;
        private readonly int[][] _factsOf;
        private readonly int[] _low;
        private readonly int[] _high;
        private readonly int[] _left;
        private readonly int[] _counts;

        public Search(Alternatives found, IReadOnlyList<PublicFact> facts, int limit)
        {
            _found = found;
            _limit = limit;
            _low = [.. facts.Select(f => f.Low)];
            _high = [.. facts.Select(f => f.High)];
            _counts = new int[found.Groups.Count];
            if (facts.Any(f => f.High == int.MaxValue && f.Low > 0 && found.Groups.Where((g, i) => found.IsOpen[i] && (f.Region & g) != 0).Any()))
            {
                throw new InvalidOperationException("A lower end alone is not supported here.");
            }

            _factsOf = [.. found.Groups.Select(g => Enumerable.Range(0, facts.Count).Where(f => (facts[f].Region & g) != 0).ToArray())];
            var order = new List<int>();
            var members = facts.Select(f => Enumerable.Range(0, found.Groups.Count).Where(g => !found.IsOpen[g] && (f.Region & found.Groups[g]) != 0).ToList()).ToList();
            _left = [.. members.Select(m => m.Count)];
            while (members.Where(m => m.Count > 0).MinBy(m => m.Count) is { } next)
            {
                order.AddRange(next);
                var placed = next.ToHashSet();
                members.ForEach(m => m.RemoveAll(placed.Contains));
            }

            _order = [.. order];
        }

        /// <summary>False where the limit is passed.</summary>
        public bool Run()
        {
            for (var f = 0; f < _low.Length; f++)
            {
                if (_left[f] == 0 && (_low[f] > 0 || _high[f] < 0))
                {
                    return true;
                }
            }

            return Place(0);
        }

        private bool Place(int at)
        {
            if (at == _order.Length)
            {
                _found._populations.Add([.. _counts]);
                return _found._populations.Count <= _limit;
            }

            var group = _order[at];
            var facts = _factsOf[group];
            var (from, to) = (0, int.MaxValue);
            foreach (var f in facts)
            {
                to = Math.Min(to, _high[f]);
                from = _left[f] == 1 ? Math.Max(from, _low[f]) : from;
            }

            var goesOn = true;
            for (var count = from; count <= to && goesOn; count++)
            {
                Move(facts, count, 1);
                _counts[group] = count;
                goesOn = Place(at + 1);
                Move(facts, -count, -1);
            }

            _counts[group] = 0;
            return goesOn;
        }

        private void Move(int[] facts, int count, int placed)
        {
            foreach (var f in facts)
            {
                _low[f] -= count;
                _high[f] -= _high[f] == int.MaxValue ? 0 : count;
                _left[f] -= placed;
            }
        }
    }
}
