namespace Ingest.Sealing;

/// <summary>Where the blocks of a sealed file lie: each takes <see cref="BlockCipher.Overhead"/> bytes more than its content.</summary>
internal abstract class BlockLayout
{
    /// <summary>The longest block, in bytes of content.</summary>
    public const int LongestBlock = 4096;

    /// <summary>With pages of <see cref="LongestBlock"/> bytes, as all of ours have, SQLite writes this kind of file in whole blocks only.</summary>
    public abstract bool EndsOnBlocks { get; }

    /// <summary>The block that holds a byte.</summary>
    public abstract Block At(long offset);

    /// <summary>Bytes of content in a sealed file of so many bytes.</summary>
    public abstract long ContentOf(long sealedBytes);
}
