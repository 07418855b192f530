namespace Publication.Tabulations;

/// <summary>Whether few contributions make up too much of a sum (R6, dominance and p%).</summary>
internal sealed class ConcentrationTest(TabulationRules rules)
{
    public bool IsOff => rules.Share == 0 && rules.Percent == 0;

    /// <summary>How much more the sum would have to be to pass; 0 where it passes as it is.</summary>
    /// <param name="value">The sum.</param>
    /// <param name="parts">What each contributes, in any order.</param>
    public long Excess(long value, IEnumerable<long> parts)
    {
        if (value == 0 || IsOff)
        {
            return 0;
        }

        var largest = parts.OrderDescending().Take(Math.Max(rules.Largest, 2)).Select(p => (decimal)p).ToArray();
        var needed = (decimal)value;
        if (rules.Share > 0)
        {
            needed = Math.Max(needed, largest.Take(rules.Largest).Sum() * 100 / rules.Share);
        }

        if (rules.Percent > 0)
        {
            needed = Math.Max(needed, largest.ElementAtOrDefault(0) + largest.ElementAtOrDefault(1) + (rules.Percent * largest.ElementAtOrDefault(0) / 100));
        }

        return (long)Math.Ceiling(needed) - value;
    }
}
