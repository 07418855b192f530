namespace Anonymize.Attacking.Structure;

/// <summary>Decides what headings over several items mean: from the labels below them, else from what adds up to the total.</summary>
internal static class Groupings
{
    /// <param name="groups">Labels below each heading, and their figures; an item that stands under no heading has none.</param>
    /// <param name="totals">Figures of an item that stands for everybody; null where there is none.</param>
    public static Grouping Of(IReadOnlyList<IReadOnlyList<(string Key, bool IsTotal, Content[] Figures)>> groups, Content[]? totals)
    {
        var labels = groups.SelectMany(g => g.Where(i => !i.IsTotal).Select(i => i.Key).Distinct(StringComparer.Ordinal)).GroupBy(k => k, StringComparer.Ordinal);
        if (labels.Any(l => l.Count() > 1) || groups.Any(g => g.Any(i => i.IsTotal)))
        {
            return Grouping.Category;
        }

        if (groups.Count == 1 || totals is null)
        {
            return groups.Count == 1 ? Grouping.Name : Grouping.Bracket;
        }

        var together = groups.SelectMany(g => g).Select(i => i.Figures).ToArray();
        var (allAgree, allDiffer) = Compare(together, totals);
        var each = groups.Select(g => Compare([.. g.Select(i => i.Figures)], totals)).ToArray();
        return each.Sum(e => e.Differ) == 0 && (allDiffer > 0 || each.Sum(e => e.Agree) >= allAgree) ? Grouping.Name : Grouping.Bracket;
    }

    private static (int Agree, int Differ) Compare(Content[][] items, Content[] totals)
    {
        int agree = 0, differ = 0;
        for (var i = 0; i < totals.Length; i++)
        {
            var figures = items.Select(item => item[i]).ToArray();
            if (totals[i].Kind != ContentKind.Number)
            {
                continue;
            }

            var sum = figures.Where(f => f.Kind == ContentKind.Number).Sum(f => f.Value);
            var isWhole = figures.All(f => f.Kind == ContentKind.Number);
            agree += isWhole && sum == totals[i].Value ? 1 : 0;
            differ += sum > totals[i].Value || (isWhole && sum != totals[i].Value) ? 1 : 0;
        }

        return (agree, differ);
    }
}
