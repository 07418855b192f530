using CsCheck;
using Host.Samples.Randomness;
using Xunit;

namespace Host.Tests.Samples.Randomness;

public sealed class UrnTests
{
    [Fact]
    public void DrawnEmpty_EveryItemCameAsOftenAsItsShareRounded() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 1000].Array[1, 12].Where(weights => weights[^1] > 0), Gen.ULong).Sample((size, weights, seed) =>
        {
            var random = new Pcg32(seed, 0);
            var urn = Urn.Share(size, weights, random);
            int[] drawn = new int[weights.Length];
            for (int i = 0; i < size; i++)
                drawn[urn.Draw(random)]++;
            double total = weights.Sum();
            return drawn.Zip(weights).All(pair => Math.Abs(pair.First - (size * pair.Second / total)) < 1.0001);
        });
}
