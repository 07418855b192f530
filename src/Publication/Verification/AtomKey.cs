namespace Publication.Verification;

/// <summary>Equality of atoms by their codes.</summary>
internal readonly struct AtomKey(int[] codes) : IEquatable<AtomKey>
{
    private readonly int[] _codes = codes;

    public bool Equals(AtomKey other) => _codes.AsSpan().SequenceEqual(other._codes);

    public override bool Equals(object? obj) => obj is AtomKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var code in _codes)
        {
            hash = unchecked((hash * 31) + code);
        }

        return hash;
    }
}
