namespace Ingest.Sealing;

/// <summary>Where the blocks of a sealed file lie: each takes <see cref="BlockCipher.Overhead"/> bytes more than its content.</summary>
internal abstract class BlockLayout
{
    /// <summary>The longest block, in bytes of content.</summary>
    public const int LongestBlock = 4096;

    /// <summary>With pages of <see cref="LongestBlock"/> bytes, as all of ours have, SQLite writes this kind of file in whole blocks only.</summary>
    public abstract bool EndsOnBlocks { get; }

    /// <summary>A power cut may leave its end in any state, and SQLite looks for that end: what does not open reads as zeros there.</summary>
    public abstract bool EndsTorn { get; }

    /// <summary>SQLite may leave a block out that it never reads as content: a block of zeros is one that was never written.</summary>
    public abstract bool MayHaveHoles { get; }

    /// <summary>Bytes of a sealed file of this kind, at most.</summary>
    public virtual long Limit => long.MaxValue;

    /// <summary>SQLite reads this to find out what a power cut left, or before it has mended that; any other read must open, or it is damage.</summary>
    /// <param name="at">First byte, of the content.</param>
    /// <param name="length">Bytes that are read at once.</param>
    public abstract bool IsLookForTheEnd(long at, int length);

    /// <summary>The block that holds a byte.</summary>
    public abstract Block At(long offset);

    /// <summary>Bytes of content in a sealed file of so many bytes.</summary>
    public abstract long ContentOf(long sealedBytes);
}
