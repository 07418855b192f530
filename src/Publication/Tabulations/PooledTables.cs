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
            yield return table with
            {
                Categories = categories,
                Shown = new long?[categories.Aggregate(1, (product, c) => checked(product * c.Length))],
                Pools = [],
                IsPooled = true,
                IsKnown = false,
                HiddenMin = 0,
            };
        }
    }

    /// <summary>Of each pooled row whose members are all below k: each is at most k − 1.</summary>
    public static IEnumerable<TabulatedFact> Facts(Tabulation tabulation, TabulatedRecords records)
    {
        foreach (var (table, pool) in tabulation.Tables.SelectMany(t => t.Pools, (t, p) => (t, p)))
        {
            foreach (var row in table.Categories[pool.By].Take(pool.Rows))
            {
                TabulatedFact[] members = [.. MembersOf(pool, row).Select(c => new TabulatedFact(LeavesOf(table, pool, pool.Categories[c]), 0, tabulation.Rules.K - 1))];
                if (members.Length > 1 && members.All(m => Count(records, m) < tabulation.Rules.K))
                {
                    foreach (var member in members)
                    {
                        yield return member;
                    }
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
                if (!isLayout)
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
