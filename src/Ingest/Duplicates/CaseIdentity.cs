using System.Buffers.Binary;

namespace Ingest.Duplicates;

/// <summary>
/// A case or match key, cut to its first 128 bits: among ten million keys two different ones agree with probability 10⁻²⁵.
/// Prints nothing.
/// </summary>
internal readonly struct CaseIdentity : IEquatable<CaseIdentity>, IComparable<CaseIdentity>
{
    private readonly ulong high;
    private readonly ulong low;

    public CaseIdentity(ReadOnlySpan<byte> key)
    {
        high = BinaryPrimitives.ReadUInt64LittleEndian(key);
        low = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
    }

    /// <summary>No key: the partner gives none.</summary>
    public bool IsNone => (high | low) == 0;

    public bool Equals(CaseIdentity other) => high == other.high && low == other.low;

    public override bool Equals(object? obj) => obj is CaseIdentity other && Equals(other);

    public int CompareTo(CaseIdentity other) => (high, low).CompareTo((other.high, other.low));

    public override int GetHashCode() => (int)low;

    public override string ToString() => nameof(CaseIdentity);
}
