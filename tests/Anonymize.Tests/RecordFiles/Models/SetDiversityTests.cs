using Anonymize.RecordFiles.Models;
using Xunit;

namespace Anonymize.Tests.RecordFiles.Models;

/// <summary>Every class of up to four of the eight sets of three values, against what somebody learns, word for word.</summary>
[Trait("culture", "first")]
public sealed class SetDiversityTests
{
    // Value 0 is to have none; the empty set holds it and nothing else does.
    private static readonly int[][] Sets = [[0], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]];

    private static readonly int[][] Classes =
        [.. Enumerable.Range(1, 255).Select(bits => Enumerable.Range(0, 8).Where(s => (bits >> s & 1) != 0).ToArray()).Where(c => c.Length <= 4)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Class_HoldsWhereNothingIsLearnt(int l)
    {
        var model = new SetDiversity(l, Sets);
        Assert.All(Classes, c => Assert.Equal(l < 2 || !IsLearnt(c, l - 2), model.Holds(Histogram(c), c.Length)));
        Assert.Contains(Classes, c => model.Holds(Histogram(c), c.Length));
    }

    [Fact]
    public void Largest_IsTheLastThatHolds() =>
        Assert.All(Classes, c => Assert.Equal(
            Enumerable.Range(1, SetDiversity.Most).Last(l => l == 1 || !IsLearnt(c, l - 2)), SetDiversity.Largest([.. c.Select(s => Sets[s])])));

    [Fact]
    public void SetsOfOneValue_AreDistinctValues() =>
        Assert.All(Classes.Where(c => c.All(s => Sets[s].Length == 1)), c => Assert.Equal(c.Length, SetDiversity.Largest([.. c.Select(s => Sets[s])])));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void ClassesThatHold_HoldTogether(int l)
    {
        var model = new SetDiversity(l, Sets);
        var holding = Classes.Where(c => model.Holds(Histogram(c), c.Length)).ToArray();
        foreach (var one in holding)
        {
            Assert.All(holding, other => Assert.True(model.Holds(Histogram([.. one.Union(other)]), 1)));
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void WhatIsLostWhole_IsLostInEveryPart(int l)
    {
        var model = new SetDiversity(l, Sets);
        var lost = Classes.Where(c => model.LostWhenDivided(Histogram(c), c.Length) > 0).ToArray();
        Assert.NotEmpty(lost);
        Assert.All(lost, whole => Assert.All(Classes.Where(part => part.All(whole.Contains)), part => Assert.False(model.Holds(Histogram(part), 1))));
    }

    private static int[] Histogram(int[] one) => [.. Enumerable.Range(0, 8).Select(s => one.Contains(s) ? 1 : 0)];

    // Knowledge: of some values that the person has them, of others that she has not, l − 2 in all at the most.
    private static bool IsLearnt(int[] one, int most)
    {
        foreach (var code in Enumerable.Range(0, 81))
        {
            int[] known = [code % 3, code / 3 % 3, code / 9 % 3, code / 27];
            if (known.Count(k => k > 0) > most)
            {
                continue;
            }

            var left = one.Where(s => Enumerable.Range(0, 4).All(v => known[v] == 0 || Sets[s].Contains(v) == (known[v] == 1))).ToArray();
            if (left.Length > 0 && Enumerable.Range(0, 4).Any(v => known[v] == 0 && left.All(s => Sets[s].Contains(v))))
            {
                return true;
            }
        }

        return false;
    }
}
