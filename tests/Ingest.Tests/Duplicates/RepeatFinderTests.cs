using CsCheck;
using Ingest.Duplicates;
using Xunit;

namespace Ingest.Tests.Duplicates;

public sealed class RepeatFinderTests
{
    // Few different ones, many different ones, and ones that share the bits that are looked at first.
    private static readonly Gen<ulong> Hash = Gen.OneOf(Gen.ULong[0, 20], Gen.ULong, Gen.ULong[0, 40_000].Select(number => number << 40));

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(8_192)]
    [InlineData(50_000)]
    public void AnyHashes_SameAsAskingASetAtEach(int count) =>
        Hash.Array[count].Sample(
            hashes =>
            {
                var finder = new RepeatFinder();
                var met = new HashSet<ulong>();
                var expected = new List<int>();
                for (int place = 0; place < hashes.Length; place++)
                {
                    finder.Add(hashes[place]);
                    if (hashes[place] != RepeatFinder.None && !met.Add(hashes[place]))
                    {
                        expected.Add(place);
                    }
                }

                Assert.Equal(expected, finder.Repeated());
            },
            iter: 10);
}
