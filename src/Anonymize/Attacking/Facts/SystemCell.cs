using Anonymize.Attacking.Structure;

namespace Anonymize.Attacking.Facts;

/// <summary>A cell of a population, wherever it is printed, and what its own places say of it.</summary>
internal sealed class SystemCell(IReadOnlyList<Coordinate> at)
{
    /// <summary>Coordinates that restrict.</summary>
    public IReadOnlyList<Coordinate> At { get; } = at;

    public long? Value { get; private set; }

    /// <summary>The table that shows the value.</summary>
    public int ShownIn { get; private set; } = -1;

    public long Low { get; private set; }

    public long? High { get; private set; }

    public bool IsKnown => Value is not null;

    public long Least => Value ?? Low;

    public long? Most => Value ?? High;

    public void Show(long value, int table)
    {
        if (Value is null)
        {
            (Value, ShownIn) = (value, table);
        }
    }

    public void Narrow(long low, long? high)
    {
        Low = Math.Max(Low, low);
        High = High is { } h && (high is null || high > h) ? h : high;
    }
}
