using System.Globalization;

namespace Host.Samples.Population;

/// <summary>One of the twelve quarters of the samples, 2023-Q1 to 2025-Q4.</summary>
internal readonly record struct SamplePeriod(int Index)
{
    public const int Count = 12;
    private const int FirstYear = 2023;

    public int Year => FirstYear + (Index / 4);

    public int Quarter => (Index % 4) + 1;

    public DateOnly FirstDay => new(Year, (3 * Quarter) - 2, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    /// <summary>Code as in the counts, such as 2025-Q4.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{Year}-Q{Quarter}");
}
