namespace Publication.Releases;

/// <summary>A key of the ring that seals releases. Its id is public, its bytes are not.</summary>
public sealed class SealingKey(string id, ReadOnlyMemory<byte> bytes)
{
    public string Id { get; } = id;

    internal ReadOnlyMemory<byte> Bytes { get; } = bytes.Length >= 32 ? bytes : throw new ArgumentException("A sealing key has at least 32 bytes.", nameof(bytes));

    public override string ToString() => Id;
}
