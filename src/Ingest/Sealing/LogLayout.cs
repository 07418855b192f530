namespace Ingest.Sealing;

/// <summary>
/// The write-ahead log as SQLite writes it: a head of 32 bytes, then for each page a head of 24 bytes and the page. Each is a block, so that no write touches
/// what an earlier one made durable.
/// </summary>
internal sealed class LogLayout : BlockLayout
{
    private const int Head = 32;
    private const int FrameHead = 24;
    private const int Page = LongestBlock;
    private const int Frame = FrameHead + Page;
    private const int SealedHead = Head + BlockCipher.Overhead;
    private const int SealedFrameHead = FrameHead + BlockCipher.Overhead;
    private const int SealedFrame = SealedFrameHead + Page + BlockCipher.Overhead;

    private LogLayout()
    {
    }

    public static LogLayout Instance { get; } = new();

    public override bool EndsOnBlocks => true;

    public override bool EndsTorn => true;

    public override bool MayHaveHoles => false;

    // Looking for the end, SQLite reads a frame from its head on. A page alone it reads after it has found it there: to give it to a reader, or to write it into
    // the database, and it checks no sum then.
    public override bool IsLookForTheEnd(long at, int length) => length != Page || At(at) is not { Length: Page } page || page.Start != at;

    public override Block At(long offset)
    {
        if (offset < Head)
        {
            return new Block(0, 0, Head, 0);
        }

        var (frame, inside) = Math.DivRem(offset - Head, Frame);
        var start = Head + (frame * Frame);
        var place = SealedHead + (frame * SealedFrame);
        return inside < FrameHead
            ? new Block(1 + (2 * frame), start, FrameHead, place)
            : new Block(2 + (2 * frame), start + FrameHead, Page, place + SealedFrameHead);
    }

    public override long ContentOf(long sealedBytes)
    {
        if (sealedBytes < SealedHead)
        {
            return ContentOfBlock(sealedBytes);
        }

        var (frames, rest) = Math.DivRem(sealedBytes - SealedHead, SealedFrame);
        return Head + (frames * Frame) + (rest < SealedFrameHead ? ContentOfBlock(rest) : FrameHead + ContentOfBlock(rest - SealedFrameHead));
    }

    private static long ContentOfBlock(long sealedBytes) => Math.Max(0, sealedBytes - BlockCipher.Overhead);
}
