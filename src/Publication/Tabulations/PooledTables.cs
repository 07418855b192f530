namespace Publication.Tabulations;

/// <summary>
/// What follows from layouts. A category that stands in a pooled row is protected as if it were printed; whoever knows why rows are pooled knows of a pool of small categories that
/// each is small; and categories with nobody in them stand in pools, so that to stand there does not say that there is somebody.
/// </summary>
internal static class PooledTables
{
    /// <summary>The rows of each table with layouts and the categories in them, crossed, as tables that hide everything: what the rules judge besides what is printed.</summary>
    public static IEnumerable<TabulatedTable> Judged(Tabulation tabulation)
    {
        foreach (var table in tabulation.Tables.Where(t => t.Pools.Count > 0))
        {
            int[][][] categories = [.. table.Categories.Select((rows, b) => table.Pools.Where(p => p.By == b).SelectMany(p => p.Categories).Concat(rows).DistinctBy(KeyOf, StringComparer.Ordinal).ToArray())];
            bool[] takes = [.. table.By.Select((_, b) => table.Pools.Any(p => p.By == b && FinerOf(tabulation, table, p).Any()))];
            yield return table with
            {
                Categories = categories,
                Shown = new long?[categories.Aggregate(1, (product, c) => checked(product * c.Length))],
                IsMember = Members(table, categories, takes),
                Pools = [],
                IsPooled = true,
                IsKnown = false,
                HiddenMin = 0,
            };
        }
    }

    /// <summary>
    /// Of each pooled row whose members are all below k: each is at most k − 1. Of each category alone beside a pooled row: there is somebody in it, unless the specification names it.
    /// </summary>
    public static IEnumerable<TabulatedFact> Facts(Tabulation tabulation, TabulatedRecords records)
    {
        foreach (var (table, pool) in tabulation.Tables.SelectMany(t => t.Pools, (t, p) => (t, p)))
        {
            int[][] rows = [.. table.Categories[pool.By].Take(pool.Rows).Select(r => MembersOf(pool, r))];
            foreach (var row in rows)
            {
                TabulatedFact[] members = [.. row.Select(c => new TabulatedFact(LeavesOf(table, pool, pool.Categories[c]), 0, tabulation.Rules.K - 1))];
                if (members.Length > 1 && members.All(m => Count(records, m) < tabulation.Rules.K))
                {
                    foreach (var member in members)
                    {
                        yield return member;
                    }
                }
            }

            // Where nobody is in it all the same, the layout is refused; of an earlier table it says that something named it then.
            foreach (var alone in rows.Any(r => r.Length > 1) ? rows.Where(r => r.Length == 1 && !pool.IsNamed[r[0]]) : [])
            {
                var fact = new TabulatedFact(LeavesOf(table, pool, pool.Categories[alone[0]]), 1, long.MaxValue);
                if (Count(records, fact) > 0)
                {
                    yield return fact;
                }
            }
        }
    }

    /// <summary>Rows that are no layout, and layouts that break their own rule.</summary>
    public static IEnumerable<TabulationFinding> Faults(Tabulation tabulation, TabulatedRecords records)
    {
        // What an earlier run chose is a fact, whatever its rule was.
        foreach (var (t, table) in tabulation.Tables.Index().Where(t => !t.Item.IsKnown))
        {
            foreach (var pool in table.Pools)
            {
                int[][] rows = [.. table.Categories[pool.By].Take(pool.Rows)];
                int[][] members = [.. rows.Select(r => MembersOf(pool, r))];
                var isLayout = members.SelectMany(m => m).Order().SequenceEqual(Enumerable.Range(0, pool.Categories.Length))
                    && rows.Zip(members).All(r => r.First.Order().SequenceEqual(r.Second.SelectMany(m => pool.Categories[m]).Order()) && (r.Second.Length == 1 || !r.Second.Any(m => pool.IsNamed[m])));
                if (!isLayout || FinerOf(tabulation, table, pool).Any(finer => !finer.All(r => rows.Any(row => r.All(row.Contains)))))
                {
                    yield return new TabulationFinding(TabulationFindingKind.LayoutBroken, t, pool.By);
                }
                else if (members.Any(m => m.Length > 1) && members.Any(m => m is [var alone] && !pool.IsNamed[alone] && Count(records, new TabulatedFact(LeavesOf(table, pool, pool.Categories[alone]), 0, 0)) == 0))
                {
                    yield return new TabulationFinding(TabulationFindingKind.ZeroApart, t, pool.By);
                }
            }
        }
    }

    /// <summary>Rows of tables over the same persons that cross less, of the same categories: rows of this one are unions of theirs.</summary>
    private static IEnumerable<int[][]> FinerOf(Tabulation tabulation, TabulatedTable table, PooledCategories pool) =>
        from other in tabulation.Tables
        where other.IsKnown == table.IsKnown && other.By.Length < table.By.Length && other.By.All(table.By.Contains)
            && other.Population.Zip(table.Population).All(p => p.First.AsSpan().SequenceEqual(p.Second))
        from finer in other.Pools
        where other.By[finer.By] == table.By[pool.By] && finer.Categories.Select(KeyOf).SequenceEqual(pool.Categories.Select(KeyOf), StringComparer.Ordinal)
        select other.Categories[finer.By][..finer.Rows];

    /// <summary>[cell] it crosses a category that is within a row taken from another table.</summary>
    private static bool[] Members(TabulatedTable table, int[][][] categories, bool[] takes)
    {
        bool[][] isWithin = [.. categories.Select((sets, b) => sets.Select(s => takes[b] && !table.Categories[b].Any(r => r.AsSpan().SequenceEqual(s))).ToArray())];
        bool[][] isTotal = [.. categories.Select((sets, b) => sets.Select(s => s.AsSpan().SequenceEqual(table.Population[table.By[b]])).ToArray())];
        var members = new bool[categories.Aggregate(1, (product, c) => product * c.Length)];
        for (var cell = 0; cell < members.Length; cell++)
        {
            var (isMember, crossed) = (false, 0);
            for (var (b, rest) = (categories.Length - 1, cell); b >= 0; rest /= categories[b].Length, b--)
            {
                isMember |= isWithin[b][rest % categories[b].Length];
                crossed += isTotal[b][rest % categories[b].Length] ? 0 : 1;
            }

            members[cell] = isMember && crossed > 1;
        }

        return members;
    }

    private static int[] MembersOf(PooledCategories pool, int[] row)
    {
        var leaves = row.ToHashSet();
        return [.. Enumerable.Range(0, pool.Categories.Length).Where(c => pool.Categories[c].All(leaves.Contains))];
    }

    /// <summary>A category with the other variables at their totals.</summary>
    private static int[][] LeavesOf(TabulatedTable table, PooledCategories pool, int[] category)
    {
        var leaves = (int[][])table.Population.Clone();
        leaves[table.By[pool.By]] = category;
        return leaves;
    }

    private static long Count(TabulatedRecords records, TabulatedFact cell) => records.Atoms.Zip(records.Counts).Where(a => cell.Covers(a.First)).Sum(a => a.Second);

    private static string KeyOf(int[] set) => string.Join(',', set);
}
