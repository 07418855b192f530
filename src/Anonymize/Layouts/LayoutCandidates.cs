using Anonymize.Planning;
using Publication.Rules;

namespace Anonymize.Layouts;

/// <summary>
/// The layouts of one axis that pass what can be told from its own counts, best first: every row is empty or reaches the threshold, and
/// without any partner's own records is empty or leaves at least rho. What may not stand alone goes into one pooled row that names its
/// members (two where the categories are few); categories with nobody join it, so that standing in it does not say "at least one"; safe categories join where that is needed.
/// </summary>
internal static class LayoutCandidates
{
    /// <summary>Charge for a layout that differs from last period's, so that trends hold where little is lost.</summary>
    public const double StabilityCharge = 0.01;

    /// <summary>Up to so many safe categories, every subset of them is tried in the pool; above, subsets of at most three.</summary>
    private const int ExhaustiveLimit = 12;

    /// <summary>Up to so many categories, two pooled rows are tried too.</summary>
    private const int TwoPoolLimit = 7;

    public static IReadOnlyList<Layout> For(
        AxisPlan axis, IReadOnlyList<int> counts, IReadOnlyList<int[]> partnerCounts, RuleSet rules, EarlierLayouts earlier)
    {
        var total = Math.Max(1, counts.Sum());
        var mustPool = Enumerable.Range(0, counts.Count).Where(c => counts[c] > 0 && !IsSafe([c])).ToArray();
        var empty = Enumerable.Range(0, counts.Count).Where(c => counts[c] == 0).ToArray();
        var safe = Enumerable.Range(0, counts.Count).Where(c => counts[c] > 0 && IsSafe([c])).ToArray();
        var layouts = new List<Layout>();
        foreach (var joining in Subsets(safe))
        {
            int[] pool = mustPool.Length + joining.Length == 0 ? [] : [.. mustPool, .. empty, .. joining];
            if (pool.Length == 0 || (pool.Length >= 2 && IsSafe(pool)))
            {
                layouts.Add(Score(pool.Length == 0 ? [] : [[.. pool.Order()]]));
            }

            layouts.AddRange(Halves(pool).Where(h => IsSafe(h.One) && IsSafe(h.Other)).Select(h => Score([h.One, h.Other])));
        }

        return [.. layouts.OrderByDescending(l => l.Score).ThenBy(l => string.Join('|', l.Rows.Select(r => string.Join('+', r))), StringComparer.Ordinal)];

        bool IsSafe(int[] row)
        {
            var sum = row.Sum(c => counts[c]);
            return (sum == 0 || sum >= rules.K) && partnerCounts.All(p => sum - row.Sum(c => p[c]) is var left && (left <= 0 || left >= rules.Rho));
        }

        Layout Score(int[][] pools)
        {
            var score = 0.0;
            for (var c = 0; c < counts.Count; c++)
            {
                var pool = Array.Find(pools, p => p.Contains(c));
                var worth = axis.WeightOf(axis.Declared[c].Code) * counts[c] / total;
                score += (worth / (pool?.Length ?? 1)) - (worth * earlier.YearCharge(axis.Declared[c].Code, pool is not null));
            }

            var rows = Enumerable.Range(0, counts.Count).Where(c => !pools.Any(p => p.Contains(c))).Select(IReadOnlyList<string> (c) => [axis.Declared[c].Code])
                .Concat(pools.Select(IReadOnlyList<string> (p) => [.. p.Select(c => axis.Declared[c].Code).Order(StringComparer.Ordinal)]))
                .ToArray();
            var layout = new Layout(rows, score);
            return earlier.Last is null || layout.SameRows(earlier.Last) ? layout : layout with { Score = score - StabilityCharge };
        }

        IEnumerable<(int[] One, int[] Other)> Halves(int[] pool)
        {
            if (counts.Count > TwoPoolLimit || pool.Length < 4)
            {
                yield break;
            }

            var members = pool.Order().ToArray();
            for (var mask = 1; mask < 1 << (members.Length - 1); mask++)
            {
                int[] one = [.. members.Where((_, i) => (mask >> i & 1) == 1)];
                int[] other = [.. members.Except(one)];
                if (one.Length >= 2 && other.Length >= 2)
                {
                    yield return (one, other);
                }
            }
        }
    }

    private static IEnumerable<int[]> Subsets(int[] items)
    {
        if (items.Length <= ExhaustiveLimit)
        {
            for (var mask = 0; mask < 1 << items.Length; mask++)
            {
                yield return [.. items.Where((_, i) => (mask >> i & 1) == 1)];
            }

            yield break;
        }

        yield return [];
        for (var a = 0; a < items.Length; a++)
        {
            yield return [items[a]];
            for (var b = a + 1; b < items.Length; b++)
            {
                yield return [items[a], items[b]];
                for (var c = b + 1; c < items.Length; c++)
                {
                    yield return [items[a], items[b], items[c]];
                }
            }
        }

        yield return items;
    }
}
