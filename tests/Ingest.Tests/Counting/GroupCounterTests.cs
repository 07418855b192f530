using CsCheck;
using Ingest.Counting.Kernel;
using Xunit;

namespace Ingest.Tests.Counting;

/// <summary>The oracle is a dictionary of tuples of codes; the kernel must agree with it by either method and any thread count.</summary>
public sealed class GroupCounterTests
{
    [Fact]
    public void AnyColumns_SameAsDictionary() =>
        SomeCodes.Sample(
            sample =>
            {
                (ulong Key, int Count)[] expected = Oracle(sample.Codes, sample.Cardinalities);
                foreach (int threads in new[] { 1, 2, 5 })
                {
                    GroupedCounts counted = GroupCounter.Count(Columns(sample), sample.Rows, threads, CancellationToken.None);
                    Assert.Equal(expected, Pairs(counted));
                }
            },
            iter: 200);

    [Fact]
    public void HashedShares_SameAsDictionary() =>
        SomeCodes.Sample(
            sample =>
            {
                ulong combinations = sample.Cardinalities.Aggregate(1UL, (product, next) => product * (ulong)next);
                foreach (int threads in new[] { 1, 3 })
                {
                    GroupedCounts counted = HashCounter.Count(Columns(sample), sample.Rows, combinations, threads, CancellationToken.None);
                    Assert.Equal(Oracle(sample.Codes, sample.Cardinalities), Pairs(counted));
                }
            },
            iter: 200);

    [Fact]
    public void RowsInAnotherOrder_SameResult() =>
        SomeCodes.Sample(
            sample =>
            {
                int[][] reversed = [.. sample.Codes.Select(column => column.Reverse().ToArray())];
                GroupedCounts straight = GroupCounter.Count(Columns(sample), sample.Rows, 2, CancellationToken.None);
                GroupedCounts back = GroupCounter.Count(Columns(sample with { Codes = reversed }), sample.Rows, 2, CancellationToken.None);
                Assert.Equal(Pairs(straight), Pairs(back));
            },
            iter: 100);

    [Fact]
    public void Decoded_GivesBackTheCodes() =>
        SomeCodes.Sample(
            sample =>
            {
                GroupedCounts counted = GroupCounter.Count(Columns(sample), sample.Rows, 2, CancellationToken.None);
                int[][] codes = KeyDecoder.Decode(counted.Keys, sample.Cardinalities, 2, CancellationToken.None);
                for (int group = 0; group < counted.Groups; group++)
                {
                    ulong key = 0;
                    for (int column = 0; column < codes.Length; column++)
                    {
                        Assert.InRange(codes[column][group], 0, sample.Cardinalities[column] - 1);
                        key = (key * (ulong)sample.Cardinalities[column]) + (ulong)codes[column][group];
                    }

                    Assert.Equal(counted.Keys[group], key);
                }
            },
            iter: 100);

    [Fact]
    public void OneKeyEverywhere_OneGroup()
    {
        KeyColumn[] columns = [new IntKeyColumn(Enumerable.Repeat(999_999, 100_000).ToArray(), 1_000_000)];
        GroupedCounts counted = HashCounter.Count(columns, 100_000, 1_000_000, 2, CancellationToken.None);
        Assert.Equal([(999_999UL, 100_000)], Pairs(counted));
    }

    [Fact]
    public void NoRows_NoGroups() =>
        Assert.Equal(0, GroupCounter.Count([new ByteKeyColumn(Array.Empty<byte>(), 3)], 0, 2, CancellationToken.None).Groups);

    [Fact]
    public void TooManyCombinations_Throws()
    {
        KeyColumn wide = new IntKeyColumn(new int[1], int.MaxValue);
        Assert.Throws<OverflowException>(() => GroupCounter.Count([wide, wide, wide], 1, 1, CancellationToken.None));
    }

    [Fact]
    public void Cancelled_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(
            () => GroupCounter.Count([new ByteKeyColumn(new byte[10], 2)], 10, 1, new CancellationToken(canceled: true)));

    /// <summary>Up to six columns, from a handful to more combinations than are counted in place, skewed towards code 0.</summary>
    private static Gen<CodeSample> SomeCodes =>
        from rows in Gen.OneOf(Gen.Int[0, 60], Gen.Int[5000, 20000])
        from cardinalities in Gen.Int[1, 700].Array[1, 6]
        from seed in Gen.Int
        select new CodeSample(rows, cardinalities, Draw(rows, cardinalities, seed));

    private static int[][] Draw(int rows, int[] cardinalities, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. cardinalities.Select(cardinality => Enumerable.Range(0, rows)
                .Select(_ => random.Next(3) == 0 ? random.Next(cardinality) : 0)
                .ToArray()),
        ];
    }

    private static KeyColumn[] Columns(CodeSample sample) =>
    [
        .. sample.Codes.Select((codes, i) => sample.Cardinalities[i] <= 256
            ? (KeyColumn)new ByteKeyColumn(codes.Select(code => (byte)code).ToArray(), sample.Cardinalities[i])
            : new IntKeyColumn(codes, sample.Cardinalities[i])),
    ];

    private static (ulong Key, int Count)[] Oracle(int[][] codes, int[] cardinalities)
    {
        var counts = new SortedDictionary<ulong, int>();
        for (int row = 0; row < codes[0].Length; row++)
        {
            ulong key = 0;
            for (int column = 0; column < codes.Length; column++)
            {
                key = (key * (ulong)cardinalities[column]) + (ulong)codes[column][row];
            }

            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }

    private static (ulong Key, int Count)[] Pairs(GroupedCounts counted) => [.. counted.Keys.Zip(counted.Counts)];

    private sealed record CodeSample(int Rows, int[] Cardinalities, int[][] Codes);
}
