using System.Numerics;

namespace Anonymize.Tests.Oracle;

/// <summary>A set of counts, exact up to 62; bit 63 stands for everything above.</summary>
internal readonly record struct Values(ulong Bits)
{
    private const int Top = 63;

    public bool IsEmpty => Bits == 0;

    public int Smallest => BitOperations.TrailingZeroCount(Bits);

    public int Largest => Top - BitOperations.LeadingZeroCount(Bits);

    public int Count => BitOperations.PopCount(Bits);

    public bool Contains(int value) => (Bits >> Math.Min(value, Top) & 1) == 1;

    /// <summary>With one more count, or with it and every larger one.</summary>
    public Values With(int value, bool upwards)
    {
        var bit = 1UL << Math.Min(value, Top);
        return new Values(Bits | (upwards ? ~(bit - 1) : bit));
    }

    public bool Meets(Obligation obligation) =>
        !IsEmpty && Smallest <= obligation.Low && Largest >= obligation.High && Count >= obligation.Distinct;
}
