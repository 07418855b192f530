namespace Anonymize.Attacking.Facts;

/// <summary>How the shown figures judge a proposed sum over several slices of a table.</summary>
/// <param name="Agree">Slices that are shown whole and come out, with a total above zero.</param>
/// <param name="Differ">Slices that cannot come out.</param>
/// <param name="Bits">How unlikely the agreement is by chance.</param>
internal readonly record struct Evidence(int Agree, int Differ, double Bits)
{
    /// <summary>A total of 7 comes out by chance far more often than one of 7,000; beyond some thousands there is little more to learn.</summary>
    private const double MostBits = 14;

    /// <summary>Nothing against it, or a slip among much that agrees.</summary>
    public bool Holds => Differ == 0 || Differ * 3 <= Agree;

    public static Evidence operator +(Evidence one, Evidence other) => new(one.Agree + other.Agree, one.Differ + other.Differ, one.Bits + other.Bits);

    public static Evidence Of(SystemCell total, IEnumerable<SystemCell> parts)
    {
        long low = 0;
        long? high = 0;
        foreach (var part in parts)
        {
            low += part.Least;
            high = high is { } h && part.Most is { } most ? h + most : null;
        }

        return Of(total, low, high);
    }

    public static Evidence Of(SystemCell total, long low, long? high) =>
        low > (total.Most ?? long.MaxValue) || high < total.Least ? new Evidence(0, 1, 0)
        : total.Value is > 0 and var value && low == high ? new Evidence(1, 0, Math.Min(MostBits, Math.Log2(1 + value)))
        : default;
}
