using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Cases that have gone wrong elsewhere, and the odd shapes that every table maker meets.</summary>
public sealed class NamedCasesTests
{
    private static readonly Variable A = SmallWorlds.Variable("a", "a1", "a2", "a3", "a4");
    private static readonly Variable B = SmallWorlds.Variable("b", "b1", "b2");
    private static readonly RuleSet Three = SmallWorlds.Rules(3);
    private static readonly RuleSet WithPersons = Three with { Persons = true };

    /// <summary>15 = 10 + 5 + x + x: a hidden pair of which both must be zero hides nothing; zeros are no partners of a rare count.</summary>
    [Fact]
    public void ZerosBesideARareCount_AreNoCover()
    {
        var content = Safe(OneWay(Three, 14, 1, 0, 0));

        Assert.True(content.Tables[0].HiddenCount >= 2);
        Assert.False(content.Tables[0][0].IsShown && content.Tables[0][4].IsShown);
    }

    /// <summary>15 = 10 + 3 + x + x with one person in each: two whose sum is 2 leave no room up to k − 1 on both sides of 0.</summary>
    [Fact]
    public void TwoSingletons_AreProtectedAgainstEachOther() => Safe(OneWay(WithPersons, 10, 3, 1, 1));

    /// <summary>Each of three lone persons knows one of three hidden ones.</summary>
    [Fact]
    public void ThreeSingletons_AreProtectedAgainstEachOther() => Safe(OneWay(WithPersons, 12, 1, 1, 1));

    [Fact]
    public void CellHiddenInOneTable_IsNotGivenBackByTheGroupOfAnother()
    {
        var world = SmallWorlds.World(
            Three,
            [A, B],
            Crossed((0, 0, 1), (0, 1, 4), (1, 0, 4), (1, 1, 3), (2, 0, 5), (3, 1, 6)),
            SmallWorlds.Table("leaves", [], SmallWorlds.Axis(A), SmallWorlds.Axis(B)),
            SmallWorlds.Table("groups", [], SmallWorlds.Axis(A, ["a1"], ["a2", "a3", "a4"]), SmallWorlds.Axis(B)));

        var content = Safe(world);

        Assert.True(content.Tables[0].Cells.Count(c => c.IsShown) >= 5);
        Assert.Equal(content.Tables[0][0, 0].IsShown, content.Tables[1][0, 0].IsShown);
    }

    /// <summary>Below 20 and below 25 in two tables: the difference is the two persons between.</summary>
    [Fact]
    public void TwoCutsOfOneScale_DoNotGiveTheSliverAway()
    {
        var age = SmallWorlds.Variable("age", "<20", "20-24", "25+");

        Safe(SmallWorlds.World(
            Three,
            [age],
            [.. SmallWorlds.Persons(6, 0), .. SmallWorlds.Persons(2, 1), .. SmallWorlds.Persons(7, 2)],
            SmallWorlds.OneWay("young", age, ["<20"], ["20-24", "25+"]),
            SmallWorlds.OneWay("younger", age, ["<20", "20-24"], ["25+"])));
    }

    /// <summary>Everybody in the group has the attribute, or all but one: group and attribute may not both be read off.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void AttributeOfNearlyAll_IsNotDisclosed(int others, int kappa)
    {
        var attribute = SmallWorlds.Variable("a", VariableRole.Sensitive, "a1", "a2");
        var world = SmallWorlds.World(
            Three with { Kappa = kappa, Slack = 1 },
            [attribute, B],
            [.. SmallWorlds.Persons(6, 0, 0), .. SmallWorlds.Persons(others, 1, 0), .. SmallWorlds.Persons(5, 0, 1), .. SmallWorlds.Persons(5, 1, 1)],
            SmallWorlds.Table("t", [], SmallWorlds.Axis(attribute), SmallWorlds.Axis(B)));

        var table = Safe(world).Tables[0];

        Assert.False(table[0, 0].IsShown && table[2, 0].IsShown);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(2, 0, 0, 0)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(2, 2, 2, 2)]
    [InlineData(9, 9, 9, 9)]
    [InlineData(0, 0, 0, 20)]
    public void OddPopulations_EndSafely(int a1, int a2, int a3, int a4) => Safe(OneWay(WithPersons, a1, a2, a3, a4));

    [Fact]
    public void NothingRare_HidesNothing() => Assert.Equal(0, Safe(OneWay(Three, 3, 4, 5, 6)).Tables[0].HiddenCount);

    [Fact]
    public void EmptyTable_ShowsItsZeros() => Assert.All(Safe(OneWay(Three, 0, 0, 0, 0)).Tables[0].Cells, c => Assert.Equal(0, c.Value));

    [Fact]
    public void TableWithOneRow_IsItsTotal()
    {
        var one = SmallWorlds.Variable("one", "only");
        var content = Safe(SmallWorlds.World(Three, [one], SmallWorlds.Persons(2, 0), SmallWorlds.Table("t", [], SmallWorlds.Axis(one))));

        Assert.All(content.Tables[0].Cells, c => Assert.False(c.IsShown));
    }

    [Fact]
    public void SameTableTwiceAndATableInsideAnother_HaveOneState()
    {
        var world = SmallWorlds.World(
            Three,
            [A, B],
            Crossed((0, 0, 1), (0, 1, 5), (1, 0, 6), (1, 1, 7), (2, 0, 4), (3, 1, 2)),
            SmallWorlds.Table("crossed", [], SmallWorlds.Axis(A), SmallWorlds.Axis(B)),
            SmallWorlds.Table("again", [], SmallWorlds.Axis(A), SmallWorlds.Axis(B)),
            SmallWorlds.Table("inside", [], SmallWorlds.Axis(A)));

        var content = Safe(world);

        Assert.Equal(content.Tables[0].Cells, content.Tables[1].Cells);
        Assert.Equal(Enumerable.Range(0, 5).Select(a => content.Tables[0][a, 2]), content.Tables[2].Cells);
    }

    [Fact]
    public void GroupWithASingleMember_IsThatMember()
    {
        var content = Safe(SmallWorlds.World(
            Three,
            [A],
            [.. SmallWorlds.Persons(1, 0), .. SmallWorlds.Persons(8, 1), .. SmallWorlds.Persons(5, 2), .. SmallWorlds.Persons(4, 3)],
            SmallWorlds.OneWay("leaves", A, ["a1"], ["a2"], ["a3"], ["a4"]),
            SmallWorlds.OneWay("groups", A, ["a1"], ["a2", "a3", "a4"])));

        Assert.Equal(content.Tables[0].Cells[0], content.Tables[1].Cells[0]);
    }

    [Theory]
    [InlineData(".a")]
    [InlineData(" a b ")]
    [InlineData("İ")]
    [InlineData("ı")]
    [InlineData("a=b;c,d")]
    [InlineData("Total")]
    public void OddCodes_AreCodesLikeOthers(string code)
    {
        var odd = SmallWorlds.Variable("a", code, "I", "i", "other");

        Safe(SmallWorlds.World(
            Three, [odd], [.. SmallWorlds.Persons(1, 0), .. SmallWorlds.Persons(8, 1), .. SmallWorlds.Persons(5, 2), .. SmallWorlds.Persons(4, 3)], SmallWorlds.Table("t", [], SmallWorlds.Axis(odd))));
    }

    [Fact]
    public void EverythingMustStayOpen_IsRefusedWithAReason()
    {
        var world = OneWay(Three, 9, 1, 4, 5);
        var protection = Engine.Run(Engine.Problem(world, world.Releases[0], Ledger.Empty, (_, _) => true));

        Assert.Null(protection.Candidate);
        Assert.NotEmpty(Assert.Single(protection.Refusals));
    }

    [Fact]
    public void EverythingMustStayOpenAndMay_IsShown()
    {
        var world = OneWay(Three, 9, 3, 4, 5);

        Assert.NotNull(Engine.Run(Engine.Problem(world, world.Releases[0], Ledger.Empty, (_, _) => true)).Candidate);
    }

    /// <summary>An outside total that the records cannot have: reported by the gate, no crash, no release.</summary>
    [Fact]
    public void ContradictoryOutsideTotal_IsReported()
    {
        var world = OneWay(Three, 9, 1, 4, 5);
        var ledger = Ledger.Empty.WithBackground([new BackgroundFact(new CellDefinition(Instance.Population, []), 30, 40, "newspaper")]);

        if (Engine.Run(Engine.Problem(world, world.Releases[0], ledger)).Candidate is { } candidate)
        {
            var outcome = ReleaseVerifier.Verify(candidate, Patterns.Records(world), ledger, world.Rules);

            Assert.Contains(outcome.Findings, f => f.Code == FindingCodes.FactContradicted);
        }
    }

    [Fact]
    public void YearLessItsShownQuarters_DoesNotGiveTheHiddenOneAway()
    {
        var quarter = SmallWorlds.Variable(InstanceBuilder.Quarter, VariableRole.Time, "quarter1", "quarter2", "quarter3");
        var persons = new[] { (0, 0, 1), (1, 0, 5), (0, 1, 6), (1, 1, 7), (0, 2, 8), (1, 2, 4) }.SelectMany(c => SmallWorlds.Persons(c.Item3, c.Item1, c.Item2));
        TableDesign In(int q) => SmallWorlds.Table("q" + q, [TableBuilder.In(q)], SmallWorlds.Axis(B));
        var world = new Instance
        {
            Variables = [B, quarter],
            Impossible = [],
            Persons = [.. persons],
            Partners = 1,
            Rules = Three,
            Releases = [[In(0)], [In(1)], [In(2), SmallWorlds.Table("year", [], SmallWorlds.Axis(B))]],
        };

        var ledger = Engine.History(world);
        Assert.Equal(2, ledger.Entries.Count);
        var last = Safe(world, ledger);

        Assert.False(last.FindTable("year")![0].IsShown && last.FindTable("q2")![0].IsShown);
    }

    /// <summary>
    /// Begging is no affair of men, says a link, and only the second quarter is told by sex: an alternative that puts a man of the first quarter
    /// into begging must make a woman of him, though no figure asks.
    /// </summary>
    [Fact]
    public void LinkAboutWhatNoFigureAsks_BindsAlternativesToo()
    {
        var (sector, sex) = (SmallWorlds.Variable("a", "begging", "farming", "mining"), SmallWorlds.Variable("b", "men", "women"));
        var quarter = SmallWorlds.Variable(InstanceBuilder.Quarter, VariableRole.Time, "quarter1", "quarter2");
        var first = new[] { (0, 1, 1), (1, 0, 4), (2, 1, 9) }.SelectMany(c => SmallWorlds.Persons(c.Item3, c.Item1, c.Item2, 0));
        var second = new[] { (0, 1, 4), (1, 0, 4), (1, 1, 4), (2, 0, 4), (2, 1, 4) }.SelectMany(c => SmallWorlds.Persons(c.Item3, c.Item1, c.Item2, 1));
        var content = Safe(new Instance
        {
            Variables = [sector, sex, quarter],
            Impossible = [new ImpossibleCombination(Instance.Population, [new Node("a", ["begging"]), new Node("b", ["men"])])],
            Persons = [.. first, .. second],
            Partners = 1,
            Rules = Three,
            Releases =
            [
                [
                    SmallWorlds.Table("first", [TableBuilder.In(0)], SmallWorlds.Axis(sector)),
                    SmallWorlds.Table("second", [TableBuilder.In(1)], SmallWorlds.Axis(sector), SmallWorlds.Axis(sex)),
                ],
            ],
        });

        Assert.Equal(2, content.Tables[0].HiddenCount);
        Assert.Equal(0, content.Tables[1].HiddenCount);
    }

    private static Instance OneWay(RuleSet rules, params int[] counts) =>
        SmallWorlds.World(rules, [A], counts.SelectMany((count, leaf) => SmallWorlds.Persons(count, leaf)), SmallWorlds.Table("t", [], SmallWorlds.Axis(A)));

    private static IEnumerable<Person> Crossed(params (int A, int B, int Count)[] cells) => cells.SelectMany(c => SmallWorlds.Persons(c.Count, c.A, c.B));

    /// <summary>The engine's release, verified, and safe in the eyes of the brute force.</summary>
    private static ReleaseContent Safe(Instance world, Ledger? ledger = null)
    {
        var earlier = ledger ?? Ledger.Empty;
        var candidate = Engine.Run(Engine.Problem(world, world.Releases[^1], earlier)).Candidate;
        Assert.NotNull(candidate);
        Assert.Empty(ReleaseVerifier.Verify(candidate, Patterns.Records(world), earlier, world.Rules).Findings);
        Assert.Empty(Worlds.Broken(world, [.. Worlds.Contents(earlier), candidate.Content], limit: 400_000)!);
        return candidate.Content;
    }
}
