namespace Publication.Tabulations;

/// <summary>
/// Sums of hidden cells that subtraction publishes: in each line of a table, a shown whole less its shown parts (disclosure control, 2.4). Such a sum is a figure like any other, and few
/// may make up too much of it although they do so in none of its cells.
/// </summary>
internal static class HiddenSums
{
    public static IEnumerable<HiddenSum> Of(TabulatedTable table, int position)
    {
        var stride = 1;
        for (var b = table.By.Length - 1; b >= 0; stride *= table.Categories[b].Length, b--)
        {
            var partitions = Partitions([.. table.Categories[b].Select(c => c.ToHashSet())]).ToArray();
            for (var whole = 0; whole < table.Shown.Length; whole++)
            {
                var of = whole / stride % table.Categories[b].Length;
                foreach (var (_, parts) in table.Shown[whole] is null ? [] : partitions.Where(p => p.Whole == of))
                {
                    var (at, step) = (whole, stride);
                    var cells = parts.Select(part => at + ((part - of) * step)).ToLookup(c => table.Shown[c] is null);
                    if (cells[true].Any())
                    {
                        yield return new HiddenSum(position, whole, [.. cells[true]], [.. cells[false]]);
                    }
                }
            }
        }
    }

    /// <summary>Each category with the largest smaller ones that make it up; several hierarchies make it up in several ways.</summary>
    private static IEnumerable<(int Whole, int[] Parts)> Partitions(HashSet<int>[] sets)
    {
        for (var whole = 0; whole < sets.Length; whole++)
        {
            var inside = Enumerable.Range(0, sets.Length).Where(p => sets[p].IsProperSubsetOf(sets[whole])).ToArray();
            int[] largest = [.. inside.Where(p => !inside.Any(q => sets[p].IsProperSubsetOf(sets[q])))];
            var used = new HashSet<int>();
            foreach (var first in largest.Where(l => !used.Contains(l)))
            {
                var (parts, covered) = (new List<int> { first }, sets[first].ToHashSet());
                foreach (var next in largest.Where(n => !covered.Overlaps(sets[n])))
                {
                    parts.Add(next);
                    covered.UnionWith(sets[next]);
                }

                used.UnionWith(parts);
                if (covered.Count == sets[whole].Count)
                {
                    yield return (whole, [.. parts]);
                }
            }
        }
    }
}
