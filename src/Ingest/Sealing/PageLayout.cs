namespace Ingest.Sealing;

/// <summary>Blocks of one length, one after the other, after a head that is not content: pages of a database, sectors of a rollback journal.</summary>
internal sealed class PageLayout(int length, int head, bool endsOnBlocks) : BlockLayout
{
    /// <summary>Pages of a database, after the head that holds its key.</summary>
    public static PageLayout Database { get; } = new(LongestBlock, SealHead.Bytes, endsOnBlocks: true);

    /// <summary>Sectors of a rollback journal: what SQLite never lets share a sector, shares no block either.</summary>
    public static PageLayout Journal { get; } = new(512, head: 0, endsOnBlocks: false);

    /// <summary>Files that end with their connection.</summary>
    public static PageLayout Temporary { get; } = new(LongestBlock, head: 0, endsOnBlocks: false);

    private int SealedLength => length + BlockCipher.Overhead;

    public override bool EndsOnBlocks => endsOnBlocks;

    public override Block At(long offset)
    {
        var index = offset / length;
        return new Block(index, index * length, length, head + (index * SealedLength));
    }

    public override long ContentOf(long sealedBytes)
    {
        var body = Math.Max(0, sealedBytes - head);
        return (body / SealedLength * length) + Math.Max(0, (body % SealedLength) - BlockCipher.Overhead);
    }
}
