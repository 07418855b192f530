using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Sets;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles.Sets;

public sealed class SetColumnTests
{
    [Theory]
    [InlineData("a|b", "a|b")]
    [InlineData("b|a", "a|b")]
    [InlineData("b| a |b|b", "a|b")]
    [InlineData("|a||", "a")]
    [InlineData("", "")]
    [InlineData(" | ", "")]
    public void HoweverASetIsWritten_ItIsWrittenInOneWay(string cell, string text) =>
        Assert.Equal([text], SetColumn.Of(RecordColumn.Of("s", [cell]), '|').Column.Values);

    [Fact]
    public void Values_StandInTheOrderOfTheHierarchy()
    {
        var tree = SomeRecords.Planted("s", [["z"], ["a"], ["m"]]);
        Assert.Equal(["z|a|m"], SetColumn.Of(RecordColumn.Of("s", ["m|a|z"]), '|', tree).Column.Values);
    }

    [Fact]
    public void Rows_HaveTheirSets() =>
        SomeSets.Cell.Array[1, 40].Sample(
            cells =>
            {
                var sets = SetColumn.Of(RecordColumn.Of("s", cells), SomeSets.Delimiter);
                var codes = new int[cells.Length];
                sets.Column.Read(0, codes);
                for (var row = 0; row < cells.Length; row++)
                {
                    Assert.Equal(SomeSets.Read(cells[row]), sets.Sets[codes[row]].ToHashSet());
                    Assert.Equal(SomeSets.Read(cells[row]), SomeSets.Read(sets.Column.Values[codes[row]]));
                }

                // Equal sets have one code, and a second reading changes nothing.
                Assert.Equal(cells.Select(c => string.Join(',', SomeSets.Read(c).Order(StringComparer.Ordinal))).Distinct().Count(), sets.Sets.Count);
                Assert.Equal(sets.Column.Values, SetColumn.Of(sets.Column, SomeSets.Delimiter).Column.Values);
            },
            iter: 1000);
}
