namespace Ingest.Sealing;

/// <summary>
/// One open file of a sealed database, its log, its journal or a temporary. SQLite sees the content; beneath lie blocks. Answers are SQLite's codes. Used by
/// one thread at a time, as SQLite uses every file.
/// </summary>
/// <param name="beneath">The file of the system.</param>
/// <param name="layout">Where its blocks lie.</param>
/// <param name="key">Key of this kind of file, 32 bytes.</param>
internal sealed class SealedFile(SystemFile beneath, BlockLayout layout, byte[] key) : IDisposable
{
    private readonly BlockCipher cipher = new(key);
    private readonly byte[] sealedBlock = new byte[BlockLayout.LongestBlock + BlockCipher.Overhead];
    private readonly byte[] scratch = new byte[BlockLayout.LongestBlock];

    public SystemFile Beneath { get; } = beneath;

    public int Size(out long bytes)
    {
        var code = Beneath.Size(out var sealedBytes);
        bytes = layout.ContentOf(sealedBytes);
        return code;
    }

    public int Read(Span<byte> into, long at)
    {
        var mayBeTorn = layout.IsLookForTheEnd(at, into.Length);
        for (var done = 0; done < into.Length;)
        {
            var block = layout.At(at + done);
            var inside = (int)(at + done - block.Start);
            var wanted = Math.Min(block.Length - inside, into.Length - done);
            var whole = wanted == block.Length;
            var code = ReadBlock(block, whole ? into.Slice(done, wanted) : scratch.AsSpan(0, block.Length), mayBeTorn, out var held);
            if (code != SqliteCode.Ok)
            {
                return code;
            }

            var got = Math.Clamp(held - inside, 0, wanted);
            if (!whole)
            {
                scratch.AsSpan(inside, got).CopyTo(into[done..]);
            }

            if (got < wanted)
            {
                into[(done + got)..].Clear();
                return SqliteCode.ShortRead;
            }

            done += wanted;
        }

        return SqliteCode.Ok;
    }

    public int Write(ReadOnlySpan<byte> from, long at)
    {
        var first = layout.At(at);
        var isWhole = layout.EndsOnBlocks && at == first.Start && from.Length >= first.Length;
        var code = isWhole ? SqliteCode.Ok : FillLastBlock(at);
        for (var done = 0; done < from.Length && code == SqliteCode.Ok;)
        {
            var block = layout.At(at + done);
            var inside = (int)(at + done - block.Start);
            var given = Math.Min(block.Length - inside, from.Length - done);
            code = given == block.Length ? WriteBlock(block, from.Slice(done, given)) : WritePart(block, inside, from.Slice(done, given));
            done += given;
        }

        return code;
    }

    public int Truncate(long bytes)
    {
        var block = layout.At(bytes);
        var kept = (int)(bytes - block.Start);
        if (kept == 0)
        {
            return Beneath.Truncate(block.Place);
        }

        var code = ReadBlock(block, scratch.AsSpan(0, block.Length), layout.EndsTorn, out var held);
        if (code != SqliteCode.Ok)
        {
            return code;
        }

        code = Beneath.Truncate(block.Place);
        return code == SqliteCode.Ok ? WriteBlock(block, scratch.AsSpan(0, Math.Min(kept, held))) : code;
    }

    /// <summary>The last block is filled before it is made durable: filled later, by a write after it, it could be torn when it is already counted on.</summary>
    public int Sync(int flags)
    {
        var code = layout.EndsOnBlocks ? SqliteCode.Ok : FillLastBlock(long.MaxValue);
        return code == SqliteCode.Ok ? Beneath.Sync(flags) : code;
    }

    public void Dispose() => cipher.Dispose();

    private int WritePart(Block block, int inside, ReadOnlySpan<byte> part)
    {
        var code = ReadBlock(block, scratch.AsSpan(0, block.Length), layout.EndsTorn, out var held);
        if (code != SqliteCode.Ok)
        {
            return code;
        }

        if (held < inside)
        {
            scratch.AsSpan(held, inside - held).Clear();
        }

        part.CopyTo(scratch.AsSpan(inside));
        return WriteBlock(block, scratch.AsSpan(0, Math.Max(held, inside + part.Length)));
    }

    // A block in the middle of a file has its whole length, or it could not be told where it ends.
    private int FillLastBlock(long at)
    {
        var code = Size(out var size);
        var last = layout.At(size);
        if (code != SqliteCode.Ok || size == last.Start || at < last.End)
        {
            return code;
        }

        code = ReadBlock(last, scratch.AsSpan(0, last.Length), layout.EndsTorn, out var held);
        if (code != SqliteCode.Ok)
        {
            return code;
        }

        scratch.AsSpan(held, last.Length - held).Clear();
        return WriteBlock(last, scratch.AsSpan(0, last.Length));
    }

    private int ReadBlock(Block block, Span<byte> content, bool mayBeTorn, out int held)
    {
        var code = ReadSealed(block, out var bytes);
        held = Math.Max(0, bytes - BlockCipher.Overhead);
        if (code != SqliteCode.Ok || held == 0 || cipher.TryOpen(block.Index, sealedBlock.AsSpan(0, bytes), content[..held]))
        {
            return code;
        }

        if (!mayBeTorn && !(layout.MayHaveHoles && BlockCipher.IsHole(sealedBlock.AsSpan(0, bytes))))
        {
            return SqliteCode.DataDamaged;
        }

        content[..held].Clear();
        return SqliteCode.Ok;
    }

    private int ReadSealed(Block block, out int bytes)
    {
        bytes = block.Length + BlockCipher.Overhead;
        var code = Beneath.Read(sealedBlock.AsSpan(0, bytes), block.Place);
        if (code != SqliteCode.ShortRead)
        {
            return code;
        }

        code = Beneath.Size(out var size);
        bytes = (int)Math.Clamp(size - block.Place, 0, bytes);
        return code;
    }

    private int WriteBlock(Block block, ReadOnlySpan<byte> content)
    {
        var bytes = content.Length + BlockCipher.Overhead;
        if (block.Place + bytes > layout.Limit)
        {
            return SqliteCode.Full;
        }

        cipher.Seal(block.Index, content, sealedBlock);
        return Beneath.Write(sealedBlock.AsSpan(0, bytes), block.Place);
    }
}
