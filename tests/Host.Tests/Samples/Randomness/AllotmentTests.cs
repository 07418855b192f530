using CsCheck;
using Host.Samples.Randomness;
using Xunit;

namespace Host.Tests.Samples.Randomness;

public sealed class AllotmentTests
{
    private static readonly Gen<int[]> Weights = Gen.Int[1, 1000].Array[1, 12];
    private static readonly Gen<int[]> Rounds = Gen.Int[0, 60].Array[1, 30];

    [Fact]
    public void EveryRound_IsGivenOutWhole() => Gen.Select(Weights, Rounds, Gen.ULong).Sample((weights, rounds, seed) =>
    {
        var allotment = new Allotment(weights, new Pcg32(seed, 0));
        return rounds.All(size => Round(allotment, size).Sum() == size);
    });

    /// <summary>At most one ticket beyond the exact share, and half a ticket of the random start, however many rounds there were.</summary>
    [Fact]
    public void OverAllRounds_NoItemGetsAheadOfItsShare() => Gen.Select(Weights, Rounds, Gen.ULong).Sample((weights, rounds, seed) =>
    {
        var allotment = new Allotment(weights, new Pcg32(seed, 0));
        double[] ahead = new double[weights.Length];
        double whole = weights.Sum();
        foreach (int size in rounds)
        {
            int[] taken = Round(allotment, size);
            for (int i = 0; i < taken.Length; i++)
                ahead[i] += taken[i] - (size * weights[i] / whole);
            if (ahead.Max() > 1.5001)
                return false;
        }

        return true;
    });

    [Fact]
    public void TicketGivenByHand_IsMadeUpForByTheOthers()
    {
        var allotment = new Allotment([1, 1], new Pcg32(1, 0));
        allotment.Open(10);
        for (int i = 0; i < 5; i++)
            allotment.Give(0);
        int[] taken = allotment.Take(5);
        Assert.InRange(taken[0], 0, 1);
        Assert.Equal(5, taken.Sum());
    }

    [Fact]
    public void OtherSeed_StartsElsewhere()
    {
        int[] firstItems = [.. Enumerable.Range(0, 60).Select(seed => Array.IndexOf(Round(new Allotment([1, 1, 1], new Pcg32((ulong)seed, 0)), 1), 1))];
        Assert.Equal(3, firstItems.Distinct().Count());
    }

    private static int[] Round(Allotment allotment, int size)
    {
        allotment.Open(size);
        return allotment.Take(size);
    }
}
