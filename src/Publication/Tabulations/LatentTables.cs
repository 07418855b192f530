namespace Publication.Tabulations;

/// <summary>Crossings of at most so many variables, where each category of a person who has several counts as one, of the categories in print (R9), as tables that hide everything.</summary>
internal static class LatentTables
{
    /// <param name="tabulation">Tables in print, and the rules.</param>
    /// <param name="leaves">[variable] number of leaves.</param>
    public static IEnumerable<TabulatedTable> Of(Tabulation tabulation, int[] leaves)
    {
        var most = tabulation.Rules.Latent;
        var population = leaves.Select(n => Enumerable.Range(0, n).ToArray()).ToArray();
        // [variable][number of its categories that are put together, less one]
        int[][][][] sets = [.. leaves.Select((_, v) => most == 0 ? [] : Together(SetsOf(tabulation, leaves, v), tabulation.Rules.HasSets.ElementAtOrDefault(v) ? most : 1))];
        IEnumerable<(int Variable, int Size)[]> crossings = [[]];
        for (var v = 0; v < leaves.Length; v++)
        {
            var variable = v;
            crossings = [.. crossings.SelectMany(c => Enumerable.Range(0, sets[variable].Length + 1), (c, size) => size == 0 ? c : [.. c, (variable, size)]).Where(c => c.Sum(x => x.Size) <= most)];
        }

        foreach (var crossing in crossings.Where(c => c.Length > 0 && c.All(x => sets[x.Variable][x.Size - 1].Length > 0)))
        {
            int[][][] categories = [.. crossing.Select(x => sets[x.Variable][x.Size - 1])];
            yield return new TabulatedTable(
                "latent", [.. crossing.Select(x => x.Variable)], categories, population, new long?[categories.Aggregate(1, (product, c) => checked(product * c.Length))]) { IsLatent = true };
        }
    }

    /// <summary>The categories, and who is in two of them, in three, up to so many; each set of persons once.</summary>
    private static int[][][] Together(int[][] categories, int most)
    {
        var seen = categories.Select(c => string.Join(',', c)).ToHashSet(StringComparer.Ordinal);
        var found = new List<int[][]> { categories };
        while (found.Count < most)
        {
            found.Add([.. found[^1].SelectMany(s => categories.Select(c => c.Where(s.Contains).ToArray())).Where(s => s.Length > 0 && seen.Add(string.Join(',', s)))]);
        }

        return [.. found];
    }

    /// <summary>Categories of a variable in some table, and what tables are restricted to; without the whole.</summary>
    private static int[][] SetsOf(Tabulation tabulation, int[] leaves, int variable) =>
    [
        .. tabulation.Tables.SelectMany(t => Array.IndexOf(t.By, variable) is >= 0 and var b ? t.Categories[b] : [t.Population[variable]])
            .Where(s => s.Length < leaves[variable]).DistinctBy(s => string.Join(',', s), StringComparer.Ordinal),
    ];
}
