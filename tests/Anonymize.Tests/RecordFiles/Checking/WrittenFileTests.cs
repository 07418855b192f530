using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Checking;
using Anonymize.RecordFiles.Models;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles.Checking;

public sealed class WrittenFileTests
{
    [Theory]
    [InlineData(2, "a|b a|b c c", true)]
    [InlineData(2, "a|b b|a c c", false)] // alike to a program that reads sets, alone each to one that reads texts
    [InlineData(2, "a a|a c c", false)]
    [InlineData(3, "c c c c", true)]
    [InlineData(2, "  c c", true)] // the empty set twice
    [InlineData(2, " c c c", false)]
    public void SizesOfClasses_AreThoseOfTexts(int k, string cells, bool holds) =>
        Assert.Equal(holds, File(cells.Split(' '), '|').Holds(new PrivacyModels { K = k }));

    [Theory]
    [InlineData(2, "a b", true)]
    [InlineData(2, "a a", false)]
    [InlineData(2, "a|b b|c", false)]
    [InlineData(2, "a|b c", true)]
    [InlineData(2, "a|b b|a", false)]
    [InlineData(3, "a b c", true)]
    [InlineData(3, "a|b c a c|b", false)] // who knows of b and a knows the rest
    public void SensitiveSets_ShareNoValue(int l, string cells, bool holds)
    {
        var sensitive = cells.Split(' ');
        var file = new WrittenFile
        {
            Keys = [new WrittenAttribute(RecordColumn.Of("k", [.. sensitive.Select(_ => "*")]))],
            Sensitive = [new WrittenAttribute(RecordColumn.Of("s", sensitive), '|')],
            IsBlank = _ => false,
        };
        Assert.Equal(holds, file.Holds(new PrivacyModels { K = 1, DistinctL = l }));
    }

    [Fact]
    public void RowsThatShowNothing_AreNoClass()
    {
        var file = File(["c", "*", "c"], null);
        Assert.False(file.Holds(new PrivacyModels { K = 2 }));
        Assert.True(new WrittenFile { Keys = file.Keys, Sensitive = [], IsBlank = row => row == 1 }.Holds(new PrivacyModels { K = 2 }));
    }

    [Theory]
    [InlineData("a a b b", 2, true)]
    [InlineData("a a a b", 2, false)]
    [InlineData("a a b b", 3, false)]
    public void RareCombinations_AreFoundInOneColumnOfTwo(string cells, int least, bool holds)
    {
        var one = cells.Split(' ');
        var file = new WrittenFile { Keys = [new WrittenAttribute(RecordColumn.Of("x", [.. one.Select(_ => "*")])), new WrittenAttribute(RecordColumn.Of("k", one))], Sensitive = [], IsBlank = _ => false };
        Assert.Equal(holds, file.Holds(new PrivacyModels { K = 1, Rare = [new RareRule([1], least)] }));
        Assert.True(file.Holds(new PrivacyModels { K = 1, Rare = [new RareRule([0], 4)] }));
    }

    [Fact]
    public void Classes_AreThoseOfAllKeysTogether() =>
        (from rows in Gen.Int[0, 2].Array[3].Array[1, 12] from k in Gen.Int[1, 3] from l in Gen.Int[1, 3] select (rows, k, l)).Sample(
            some =>
            {
                RecordColumn Column(int j) => RecordColumn.Of($"k{j}", [.. some.rows.Select(r => $"{r[j]}")]);
                var file = new WrittenFile { Keys = [new WrittenAttribute(Column(0)), new WrittenAttribute(Column(1))], Sensitive = [new WrittenAttribute(Column(2))], IsBlank = _ => false };
                var expected = some.rows.GroupBy(r => (r[0], r[1])).All(c => c.Count() >= some.k && c.Select(r => r[2]).Distinct().Count() >= some.l);
                Assert.Equal(expected, file.Holds(new PrivacyModels { K = some.k, DistinctL = some.l }));
            },
            iter: 1000);

    private static WrittenFile File(string[] cells, char? delimiter) =>
        new() { Keys = [new WrittenAttribute(RecordColumn.Of("k", cells), delimiter)], Sensitive = [], IsBlank = _ => false };
}
