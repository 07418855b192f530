using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>
/// Sums that few partners make up (R6): dominance and p%. How far alternatives must reach on either side is what makes the rule hold at their ends (disclosure control, 2.4).
/// </summary>
internal sealed class Concentration
{
    private readonly ConcentrationRules _rules;
    private readonly List<(int Partner, long Part)>?[] _largest;

    /// <param name="rules">The rules.</param>
    /// <param name="grid">The cells.</param>
    /// <param name="partners">By column, what each partner contributes.</param>
    /// <param name="coalition">So many partners may be left out of a sum.</param>
    public Concentration(ConcentrationRules rules, CellGrid grid, IReadOnlyList<Dictionary<int, long>> partners, int coalition)
    {
        _rules = rules;
        _largest = new List<(int, long)>?[grid.Count];
        var kept = Math.Max(rules.Largest, 2) + coalition;
        foreach (var (p, own) in partners.Index())
        {
            var columns = new long[grid.Columns];
            foreach (var (column, part) in own)
            {
                columns[column] = part;
            }

            foreach (var (cell, part) in grid.Sum(columns).Index().Where(c => c.Item > 0))
            {
                var largest = _largest[cell] ??= [];
                var at = largest.FindIndex(l => l.Part < part);
                largest.Insert(at < 0 ? largest.Count : at, (p, part));
                if (largest.Count > kept)
                {
                    largest.RemoveAt(kept);
                }
            }
        }
    }

    /// <param name="values">[cell] sums, or what is left of them.</param>
    /// <param name="isJudged">[cell].</param>
    /// <param name="without">Partners who are left out of the sums; null for none.</param>
    public IEnumerable<Requirement> Requirements(long[] values, bool[] isJudged, Insider? without)
    {
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (isJudged[cell] && Level(cell, values[cell], without) is > 0 and var level)
            {
                yield return new Requirement(cell, Math.Min(level, values[cell]), level, 1) { Against = without };
            }
        }
    }

    /// <summary>How far above its value a sum would satisfy the rules; 0 where it does.</summary>
    private long Level(int cell, long value, Insider? without)
    {
        if (_rules.IsOff || value == 0)
        {
            return 0;
        }

        long[] parts = [.. (_largest[cell] ?? []).Where(l => without?.Members.Contains(l.Partner) != true).Select(l => l.Part)];
        var level = 0m;
        if (_rules.Share > 0)
        {
            var largest = parts.Take(_rules.Largest).Aggregate(0m, (sum, part) => sum + part);
            level = Math.Ceiling(((100 * largest) - (_rules.Share * value)) / _rules.Share);
        }

        if (_rules.Percent > 0)
        {
            var (first, second) = (parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1));
            level = Math.Max(level, Math.Ceiling(((_rules.Percent * first) - (100m * (value - first - second))) / 100));
        }

        return (long)Math.Max(level, 0);
    }
}
