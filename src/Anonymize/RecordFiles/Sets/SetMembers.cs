namespace Anonymize.RecordFiles.Sets;

/// <summary>Sets as numbers of what is in them. To have none is number 0: whoever learns it has learnt something.</summary>
internal static class SetMembers
{
    public static int[][] Of(IEnumerable<IReadOnlyList<string>> sets)
    {
        var all = sets.ToArray();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in all.SelectMany(set => set).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            numbers.Add(value, numbers.Count + 1);
        }

        return [.. all.Select(set => set.Count == 0 ? [0] : set.Select(value => numbers[value]).ToArray())];
    }
}
