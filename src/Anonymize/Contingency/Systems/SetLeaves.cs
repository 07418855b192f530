namespace Anonymize.Contingency.Systems;

/// <summary>
/// Leaves of a variable of which a person has several categories: sets of these. A category then is the sets that hold it, and everybody is in one leaf, as everywhere. Of few categories all sets are
/// leaves. Of many those that occur, each of them with a category more or less, and each category alone: what an alternative may change. Alternatives of other sets are not found, which makes
/// nothing look safer than it is.
/// </summary>
internal static class SetLeaves
{
    /// <summary>Sets up to which all are taken.</summary>
    private const int Limit = 64;

    /// <summary>The categories that a text of the input names, in ordinal order, each once; an empty one where something is missing between two delimiters.</summary>
    public static string[] Read(string text, string delimiter) =>
        [.. text.Split(delimiter).Select(t => t.Trim()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The text is read as this one category.</summary>
    public static bool IsOne(string text, string delimiter) => Read(text, delimiter) is [var category] && string.Equals(category, text, StringComparison.Ordinal);

    public static string NameOf(IEnumerable<string> set, string delimiter) => string.Join(delimiter, set);

    /// <param name="occurring">Sets of the input.</param>
    /// <param name="categories">All categories, in ordinal order.</param>
    /// <param name="most">Nobody has more; 0 where nothing is known.</param>
    /// <returns>Sets, and whether there are no others.</returns>
    public static (IReadOnlyList<string[]> Sets, bool IsComplete) Of(IReadOnlyCollection<string[]> occurring, string[] categories, int most)
    {
        var largest = most > 0 ? Math.Min(most, categories.Length) : categories.Length;
        if (All(categories, largest) is { } all)
        {
            return (all, true);
        }

        IEnumerable<string[]> Beside(string[] set) => set.Where(_ => set.Length > 1).Select(c => (string[])[.. set.Where(x => x != c)])
            .Concat(categories.Where(c => set.Length < largest && !set.Contains(c, StringComparer.Ordinal)).Select(c => (string[])[.. set.Append(c).Order(StringComparer.Ordinal)]));
        return ([.. occurring.Concat(categories.Select(c => (string[])[c])).Concat(occurring.SelectMany(Beside)).DistinctBy(s => NameOf(s, "\0"), StringComparer.Ordinal)], false);
    }

    private static List<string[]>? All(string[] categories, int largest)
    {
        var sets = new List<string[]>();
        IEnumerable<int[]> last = [[]];
        for (var size = 0; size < largest; size++)
        {
            last = [.. last.SelectMany(s => Enumerable.Range(s is [.., var end] ? end + 1 : 0, categories.Length - (s is [.., var e] ? e + 1 : 0)), (s, c) => (int[])[.. s, c]).Take(Limit + 1)];
            sets.AddRange(last.Select(s => s.Select(c => categories[c]).ToArray()));
            if (sets.Count > Limit)
            {
                return null;
            }
        }

        return sets;
    }
}
