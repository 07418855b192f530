namespace Publication.Tabulations;

/// <summary>Crossings of at most so many variables, of the categories in print (R9), as tables that hide everything.</summary>
internal static class LatentTables
{
    /// <param name="tabulation">Tables in print, and the rules.</param>
    /// <param name="leaves">[variable] number of leaves.</param>
    public static IEnumerable<TabulatedTable> Of(Tabulation tabulation, int[] leaves)
    {
        var variables = Enumerable.Range(0, leaves.Length).Where(v => SetsOf(tabulation, leaves, v).Length > 0).ToArray();
        var population = leaves.Select(n => Enumerable.Range(0, n).ToArray()).ToArray();
        for (var crossing = 1L; tabulation.Rules.Latent > 0 && crossing < 1L << variables.Length; crossing++)
        {
            int[] by = [.. variables.Where((_, i) => (crossing >> i & 1) == 1)];
            if (by.Length <= tabulation.Rules.Latent)
            {
                int[][][] categories = [.. by.Select(v => SetsOf(tabulation, leaves, v))];
                yield return new TabulatedTable("latent", by, categories, population, new long?[categories.Aggregate(1, (product, c) => checked(product * c.Length))]) { IsLatent = true };
            }
        }
    }

    /// <summary>Categories of a variable in some table, and what tables are restricted to; without the whole.</summary>
    private static int[][] SetsOf(Tabulation tabulation, int[] leaves, int variable) =>
    [
        .. tabulation.Tables.SelectMany(t => Array.IndexOf(t.By, variable) is >= 0 and var b ? t.Categories[b] : [t.Population[variable]])
            .Where(s => s.Length < leaves[variable]).DistinctBy(s => string.Join(',', s), StringComparer.Ordinal),
    ];
}
