namespace Anonymize.Contingency.Systems;

/// <summary>What several categories have in common, where persons have several.</summary>
internal static class Overlaps
{
    /// <summary>Sets with the fewest categories whose overlap they are, from one to so many; empty ones left out.</summary>
    /// <param name="categories">Sets of leaves, or of classes, ascending.</param>
    /// <param name="most">At most so many are put together.</param>
    public static IReadOnlyList<(int[] Set, int Categories)> Of(IEnumerable<int[]> categories, int most)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int[][] single = [.. categories.Where(IsNew)];
        var found = single.Select(s => (s, 1)).ToList();
        for (var (size, last) = (2, single); size <= most && last.Length > 0; size++)
        {
            last = [.. last.SelectMany(_ => single, (set, other) => set.Intersect(other).Order().ToArray()).Where(s => s.Length > 0 && IsNew(s))];
            found.AddRange(last.Select(s => (s, size)));
        }

        return found;

        bool IsNew(int[] set) => seen.Add(string.Join(',', set));
    }
}
