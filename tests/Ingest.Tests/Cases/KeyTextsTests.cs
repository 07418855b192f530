using Ingest.Cases;
using Xunit;

namespace Ingest.Tests.Cases;

public sealed class KeyTextsTests
{
    [Fact]
    public void Rows_AreKeptUntilWiped()
    {
        var texts = new KeyTexts();
        for (int round = 0; round < 2; round++)
        {
            // Longer than the buffer is at first.
            for (int row = 0; row < 2_000; row++)
            {
                texts.Add(Text(row % 50), Text(row % 70), 1900 + (row % 100));
            }

            Assert.Equal(2_000, texts.Count);
            for (int row = 0; row < texts.Count; row++)
            {
                Assert.Equal(Text(row % 50), texts.Number(row));
                Assert.Equal(Text(row % 70), texts.Name(row));
                Assert.Equal(1900 + (row % 100), texts.BirthYear(row));
            }

            texts.Wipe();
            Assert.Equal(0, texts.Count);
        }
    }

    [Fact]
    public void LongTexts_FillItBeforeItsRowsDo()
    {
        var texts = new KeyTexts();
        while (!texts.IsFull)
        {
            texts.Add(Text(32 << 10), [], 0);
        }

        Assert.InRange(texts.Count, 2, 100);
    }

    private static byte[] Text(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i + length))];
}
