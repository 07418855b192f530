namespace Ingest.Sealing;

/// <summary>A piece of a file that is encrypted as one.</summary>
/// <param name="Index">Number within the file; bound into the encryption, so that no block passes for another.</param>
/// <param name="Start">Where its content begins as SQLite counts, in bytes.</param>
/// <param name="Length">Bytes of content that it can hold.</param>
/// <param name="Place">Where it lies in the sealed file, in bytes.</param>
internal readonly record struct Block(long Index, long Start, int Length, long Place)
{
    /// <summary>First byte after the content.</summary>
    public long End => Start + Length;
}
