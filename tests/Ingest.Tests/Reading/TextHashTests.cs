using CsCheck;
using Ingest.Reading;
using Xunit;

namespace Ingest.Tests.Reading;

public sealed class TextHashTests
{
    [Fact]
    public void TextsThatDifferInAByteOrInLength_DifferInHash()
    {
        TextHash hash = TextHash.OfTheMoment();
        Gen.Byte.Array[0, 40].Sample(
            text =>
            {
                var hashes = new HashSet<ulong> { hash.Of(text) };
                for (int length = 0; length < text.Length; length++)
                {
                    Assert.True(hashes.Add(hash.Of(text.AsSpan(0, length))));
                }

                for (int changed = 0; changed < text.Length; changed++)
                {
                    text[changed] ^= 0x80;
                    Assert.True(hashes.Add(hash.Of(text)));
                    text[changed] ^= 0x80;
                }
            },
            iter: 2_000,
            threads: 1);
    }

    [Fact]
    public void DifferencesInHighBits_CannotBeTakenBackByTheNextWord()
    {
        // With one multiplier for all, a difference in the highest bit of a word stays where everybody can say.
        byte[] first = new byte[16];
        byte[] second = [0, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0x80, 0, 0, 0, 0x80];
        Assert.All(Enumerable.Range(0, 100), _ =>
        {
            TextHash hash = TextHash.OfTheMoment();
            Assert.NotEqual(hash.Of(first), hash.Of(second));
        });
    }
}
