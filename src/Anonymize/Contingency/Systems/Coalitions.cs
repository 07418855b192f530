namespace Anonymize.Contingency.Systems;

/// <summary>Sets of partners who share what they know.</summary>
internal static class Coalitions
{
    /// <summary>Sets that one system is asked to stand against.</summary>
    public const int Limit = 5_000;

    /// <summary>Every set of at most so many partners; null where there are more than <see cref="Limit"/>.</summary>
    public static IReadOnlyList<Insider>? Of(IReadOnlyList<Dictionary<int, long>> partners, int size)
    {
        var found = new List<Insider>();
        return Add(0, size, [], []) ? found : null;

        bool Add(int first, int left, int[] members, Dictionary<int, long> known)
        {
            for (var p = first; left > 0 && p < partners.Count; p++)
            {
                var own = new Dictionary<int, long>(known);
                foreach (var (column, count) in partners[p])
                {
                    own[column] = own.GetValueOrDefault(column) + count;
                }

                int[] together = [.. members, p];
                found.Add(new Insider(own) { Members = together });
                if (found.Count > Limit || !Add(p + 1, left - 1, together, own))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
