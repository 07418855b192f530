using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Sets;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles.Sets;

[Trait("culture", "first")]
public sealed class SetHierarchyTests
{
    [Fact]
    public void Category_IsTheSetOfItsValuesCategories() =>
        Trees.Sample(
            some =>
            {
                var (tree, cells, sets) = some;
                for (var level = 0; level < sets.Levels; level++)
                {
                    var isSilent = level > 0 && tree.Select(row => row[level]).Distinct().Count() == 1;
                    foreach (var cell in cells)
                    {
                        var members = SomeSets.Read(cell);
                        var expected = isSilent ? [tree[0][level]] : tree.Where(row => members.Contains(row[0])).Select(row => row[level]).ToHashSet();
                        var code = Code(sets, level, cell);
                        Assert.Equal(expected, SomeSets.Read(sets.Label(level, code)));
                        Assert.Equal(tree.Count(row => expected.Contains(row[level])), sets.Size(level, code));
                    }
                }

                Assert.Equal(tree.Length, sets.Domain);
            },
            iter: 200);

    [Fact]
    public void EqualSets_StayEqualAtEveryCoarserLevel() =>
        Trees.Sample(
            some =>
            {
                var (_, cells, sets) = some;
                for (var level = 1; level < sets.Levels; level++)
                {
                    var parents = cells.GroupBy(c => Code(sets, level - 1, c)).Select(children => children.Select(c => Code(sets, level, c)).Distinct().Count());
                    Assert.All(parents, count => Assert.Equal(1, count));
                    Assert.All(cells, c => Assert.True(sets.Size(level, Code(sets, level, c)) >= sets.Size(level - 1, Code(sets, level - 1, c))));
                }
            },
            iter: 200);

    [Fact]
    public void OrderOfRecords_NumbersNothing() =>
        Trees.Sample(
            some =>
            {
                var (tree, cells, sets) = some;
                var other = Make(tree, [.. cells.Reverse()]);
                Assert.All(Enumerable.Range(0, sets.Rows), leaf => Assert.Equal(sets.Label(0, leaf), other.Label(0, leaf)));
            },
            iter: 100);

    [Theory]
    [InlineData("a|b", "x")]
    [InlineData("a", "x|y")]
    [InlineData("a", "")]
    [InlineData("a ", "x")]
    public void LabelThatReadsAsAnotherSet_IsRefused(string leaf, string category)
    {
        var column = SetColumn.Of(RecordColumn.Of("s", [leaf]), '|');
        Assert.False(SetHierarchy.TryMake(SomeRecords.Planted("s", [["first", "x"], [leaf, category]]), '|', [column], out _, out var fault));
        Assert.Equal((HierarchyFaultCode.LabelOfNoValue, 2), (fault.Code, fault.Row));
    }

    [Fact]
    public void SetWithAnUnknownValue_HasNoLeaf()
    {
        var column = SetColumn.Of(RecordColumn.Of("s", ["a", "a|q", "q"]), '|');
        Assert.True(SetHierarchy.TryMake(SomeRecords.Planted("s", [["a", "*"]]), '|', [column], out var sets, out _));
        Assert.Equal([0, -1, -1], column.Column.Values.Select(sets.Leaf));
    }

    private static Gen<(string[][] Tree, string[] Cells, Hierarchy Sets)> Trees =>
        from tree in SomeRecords.Tree
        from cells in SomeSets.Of(tree.Length).Array[1, 20]
        select (tree, cells, Make(tree, cells));

    private static Hierarchy Make(string[][] tree, string[] cells)
    {
        var values = SomeRecords.Planted("s", tree);
        return SetHierarchy.TryMake(values, SomeSets.Delimiter, [SetColumn.Of(RecordColumn.Of("s", cells), SomeSets.Delimiter, values)], out var sets, out var fault)
            ? sets
            : throw new InvalidOperationException(fault.ToString());
    }

    private static int Code(Hierarchy sets, int level, string cell) =>
        sets.Code(level, Enumerable.Range(0, sets.Rows).Single(leaf => SomeSets.Read(sets.Label(0, sets.Code(0, leaf))).SetEquals(SomeSets.Read(cell))));
}
