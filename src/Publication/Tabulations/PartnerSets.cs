namespace Publication.Tabulations;

/// <summary>Partners who may share what they know, by their positions.</summary>
internal static class PartnerSets
{
    /// <param name="partners">How many there are.</param>
    /// <param name="size">At most so many together, and at least one.</param>
    public static IEnumerable<int[]> Of(int partners, int size)
    {
        IEnumerable<int[]> sets = [[]];
        for (var s = 0; s < size; s++)
        {
            int[][] larger = [.. sets.SelectMany(set => Enumerable.Range(0, partners).Where(p => set.Length == 0 || p > set[^1]).Select(p => (int[])[.. set, p]))];
            foreach (var set in larger)
            {
                yield return set;
            }

            sets = larger;
        }
    }
}
