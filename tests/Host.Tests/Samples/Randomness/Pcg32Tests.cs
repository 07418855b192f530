using CsCheck;
using Host.Samples.Randomness;
using Xunit;

namespace Host.Tests.Samples.Randomness;

public sealed class Pcg32Tests
{
    /// <summary>First numbers of the author's demonstration program for seed 42 and stream 54.</summary>
    [Fact]
    public void PublishedSequence_IsReproduced()
    {
        var random = new Pcg32(42, 54);
        uint[] numbers = [.. Enumerable.Range(0, 6).Select(_ => random.NextBits())];
        Assert.Equal([0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu], numbers);
    }

    [Fact]
    public void Below_StaysBelow() => Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[1, int.MaxValue]).Sample((seed, stream, bound) =>
    {
        var random = new Pcg32(seed, stream);
        return Enumerable.Range(0, 20).All(_ => random.Below(bound) is var number && number >= 0 && number < bound);
    });

    [Fact]
    public void Below_ReachesEveryValue()
    {
        var random = new Pcg32(1, 1);
        Assert.Equal(7, Enumerable.Range(0, 500).Select(_ => random.Below(7)).Distinct().Count());
    }
}
