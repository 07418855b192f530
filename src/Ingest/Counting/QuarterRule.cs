using Ingest.Cases;

namespace Ingest.Counting;

/// <summary>
/// In which quarter a record counts: that of its own date while the quarter is open, and once its cut-off has passed that in which
/// the record arrived. So a quarter's figures stand still from its cut-off on. Days are days in Türkiye.
/// </summary>
public sealed class QuarterRule
{
    /// <summary>No quarter ever closes.</summary>
    public static readonly QuarterRule AlwaysOpen = new(_ => null);

    // Türkiye has kept UTC+3 all year since September 2016, before the first record this product counts arrives.
    private static readonly TimeSpan IstanbulOffset = TimeSpan.FromHours(3);

    private readonly Func<short, DateOnly?> cutOff;

    /// <param name="cutOff">Last day on which a record still counts in a quarter; null where it never closes.</param>
    internal QuarterRule(Func<short, DateOnly?> cutOff) => this.cutOff = cutOff;

    /// <summary>Cut-offs by quarter (<c>2025-Q4</c>), the last day on which a record still counts in it; others never close.</summary>
    public static QuarterRule At(IReadOnlyDictionary<string, DateOnly> cutOffs)
    {
        Dictionary<short, DateOnly> packed = cutOffs.ToDictionary(pair => QuarterCode.Parse(pair.Key), pair => pair.Value);
        return new QuarterRule(quarter => packed.TryGetValue(quarter, out DateOnly day) ? day : null);
    }

    /// <summary>Every quarter closes this many days after its last.</summary>
    public static QuarterRule DaysAfterQuarter(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new QuarterRule(quarter => LastDay(quarter).AddDays(days));
    }

    internal static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(IstanbulOffset).DateTime);

    /// <summary>Whether a record that arrives on the day still counts in the quarter.</summary>
    internal bool IsOpen(short quarter, DateOnly day) => cutOff(quarter) is not { } last || day <= last;

    /// <param name="own">The quarter of the record's own date.</param>
    /// <param name="arrival">The day the record was accepted.</param>
    internal short Assign(short own, DateOnly arrival)
    {
        if (IsOpen(own, arrival))
        {
            return own;
        }

        short quarter = Math.Max(own, Quarter.Of(arrival));
        while (!IsOpen(quarter, arrival))
        {
            quarter++;
        }

        return quarter;
    }

    private static DateOnly LastDay(short quarter) =>
        new DateOnly(Quarter.YearOf(quarter), (Quarter.QuarterOf(quarter) * 3) - 2, 1).AddMonths(3).AddDays(-1);
}
