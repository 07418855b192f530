using CsCheck;
using Ingest.Sealing;
using Xunit;

namespace Ingest.Tests.Sealing;

public sealed class BlockLayoutTests
{
    private static readonly BlockLayout[] Layouts = [PageLayout.Database, PageLayout.Journal, PageLayout.Temporary, LogLayout.Instance];

    [Fact]
    public void Blocks_FollowOneAnother_WithoutGapInContentOrFile()
    {
        foreach (BlockLayout layout in Layouts)
        {
            Block block = layout.At(0);
            Assert.Equal(0, block.Start);
            for (int i = 0; i < 200; i++)
            {
                Block next = layout.At(block.End);
                Assert.Equal((block.Index + 1, block.End, block.Place + block.Length + BlockCipher.Overhead), (next.Index, next.Start, next.Place));
                Assert.Equal(block, layout.At(block.End - 1));
                Assert.InRange(block.Length, 1, BlockLayout.LongestBlock);
                block = next;
            }
        }
    }

    [Fact]
    public void LengthOfContent_FollowsFromTheLengthOfTheFile() => Gen.Select(Gen.Int[0, Layouts.Length - 1], Gen.Long[0, 1 << 20]).Sample((which, size) =>
    {
        BlockLayout layout = Layouts[which];
        Block last = layout.At(size);
        long held = size - last.Start;
        long sealedBytes = last.Place + (held > 0 ? held + BlockCipher.Overhead : 0);
        Assert.Equal(size, layout.ContentOf(sealedBytes));
    });
}
