namespace Ingest.Sealing;

/// <summary>Blocks of one length, one after the other, after a head that is not content: pages of a database, sectors of a rollback journal.</summary>
internal sealed class PageLayout : BlockLayout
{
    // SQLite locks bytes from here on, and Windows lets nobody read what is locked.
    private const long LockedPlace = 0x40000000;

    // Before a log or a journal has mended the first page, SQLite asks its first hundred bytes for the length of a page, and takes zeros for not knowing.
    private const int DatabaseHeader = 100;

    private readonly int length;
    private readonly int head;

    private PageLayout(int length, int head = 0)
    {
        this.length = length;
        this.head = head;
    }

    /// <summary>Pages of a database, after the head that holds its key.</summary>
    public static PageLayout Database { get; } = new(LongestBlock, SealHead.Bytes);

    /// <summary>Sectors of a rollback journal: what SQLite never lets share a sector, shares no block either.</summary>
    public static PageLayout Journal { get; } = new(512);

    /// <summary>Files that end with their connection.</summary>
    public static PageLayout Temporary { get; } = new(LongestBlock);

    private int SealedLength => length + BlockCipher.Overhead;

    public override bool EndsOnBlocks => this == Database;

    public override bool EndsTorn => this == Journal;

    public override bool MayHaveHoles => true;

    public override long Limit => this == Database ? LockedPlace : base.Limit;

    public override bool IsLookForTheEnd(long at, int length) => this == Journal || (this == Database && at + length <= DatabaseHeader);

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
