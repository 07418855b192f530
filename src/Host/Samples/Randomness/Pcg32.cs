namespace Host.Samples.Randomness;

/// <summary>
/// Seeded generator of pseudo-random numbers (PCG-XSH-RR 64/32; M. O'Neill, HMC-CS-2014-0905). The same seed and stream give the same
/// numbers on every machine and run-time version, which the run-time's own generator does not promise. Not for secrets.
/// </summary>
internal sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005UL;

    private readonly ulong _increment;
    private ulong _state;

    public Pcg32(ulong seed, ulong stream)
    {
        _increment = (stream << 1) | 1UL;
        Advance();
        _state += seed;
        Advance();
    }

    /// <summary>The next 32 uniform bits.</summary>
    public uint NextBits()
    {
        ulong old = _state;
        Advance();
        uint folded = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(folded, (int)(old >> 59));
    }

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1, without bias.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        uint limit = (uint)bound;
        uint rejected = (uint)-limit % limit;
        uint bits = NextBits();
        while (bits < rejected)
            bits = NextBits();
        return (int)(bits % limit);
    }

    /// <summary>True in <paramref name="perMille"/> of a thousand cases.</summary>
    public bool Chance(int perMille) => Below(1000) < perMille;

    private void Advance() => _state = unchecked((_state * Multiplier) + _increment);
}
