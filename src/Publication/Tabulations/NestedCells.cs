namespace Publication.Tabulations;

/// <summary>A cell inside another one, of any tables in print or printed before.</summary>
/// <param name="Table">Table of the larger cell.</param>
/// <param name="Whole">Its position.</param>
/// <param name="PartTable">Table of the smaller cell.</param>
/// <param name="Part">Its position.</param>
internal readonly record struct NestedCells(int Table, int Whole, int PartTable, int Part)
{
    /// <summary>Every pair of cells of which one counts some of those that the other counts, the same cell in two tables included.</summary>
    /// <param name="tables">The tables.</param>
    public static IEnumerable<NestedCells> Of(IReadOnlyList<TabulatedTable> tables)
    {
        foreach (var (t, table) in tables.Index().Where(x => !x.Item.IsLatent))
        {
            foreach (var (s, other) in tables.Index().Where(x => !x.Item.IsLatent))
            {
                IEnumerable<(int Whole, int Part)> pairs = [(0, 0)];
                for (var v = 0; v < table.Population.Length; v++)
                {
                    var (wholes, parts) = (SetsOf(table, v), SetsOf(other, v));
                    var (wide, narrow) = (StrideOf(table, v), StrideOf(other, v));
                    var nested = wholes.SelectMany(_ => parts, (whole, part) => (whole, part)).Where(x => x.part.Set.IsSubsetOf(x.whole.Set))
                        .Select(x => (Whole: x.whole.Category * wide, Part: x.part.Category * narrow)).ToArray();
                    pairs = pairs.SelectMany(_ => nested, (pair, n) => (pair.Whole + n.Whole, pair.Part + n.Part));
                }

                foreach (var (whole, part) in pairs)
                {
                    yield return new NestedCells(t, whole, s, part);
                }
            }
        }
    }

    private static (HashSet<int> Set, int Category)[] SetsOf(TabulatedTable table, int variable) => Array.IndexOf(table.By, variable) is >= 0 and var b
        ? [.. table.Categories[b].Select((leaves, category) => (leaves.ToHashSet(), category))]
        : [(table.Population[variable].ToHashSet(), 0)];

    /// <summary>How far apart two categories of a variable stand; of one that is not crossed there is one category only.</summary>
    private static int StrideOf(TabulatedTable table, int variable) =>
        table.Categories.Skip(Array.IndexOf(table.By, variable) is >= 0 and var b ? b + 1 : 0).Aggregate(1, (product, c) => product * c.Length);
}
