using System.Text.Json;
using EndToEnd.Architecture;
using Host.Drafting;
using Publication.Ledgers;
using Publication.Rules;
using Publication.Tables;
using Xunit;
using static EndToEnd.RulePages.WorkedExample;

namespace EndToEnd.RulePages;

/// <summary>The worked examples and known attacks of <c>docs/rules</c>, each judged by the verifier against every alternative there is.</summary>
public sealed class RulePageExampleTests
{
    private static readonly RuleSet Rules = DefaultRules;

    /// <summary>A rule or parameter that no page explains is one that nobody can check.</summary>
    [Fact]
    public void EveryParameterOfTheRuleSet_IsExplainedOnAPage()
    {
        using var file = JsonDocument.Parse(RuleSetSource.Read().File);
        var pages = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs", "rules"), "*.md").Select(File.ReadAllText).ToArray();
        var parameters = file.RootElement.EnumerateObject().Select(p => p.Name).Except(["schemaVersion", "id"], StringComparer.Ordinal).ToArray();

        Assert.True(parameters.Length >= 8);
        Assert.All(parameters, p => Assert.Contains(pages, page => page.Contains($"`{p}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void R1WorkedExample_HoldsOnlyWithASecondHiddenCell()
    {
        var example = Regions(("A", 12), ("B", 3), ("C", 9));
        Assert.False(example.IsSafe(Rules, Hiding(example, "B")));
        Assert.True(example.IsSafe(Rules, Hiding(example, "B", "C")));
    }

    [Fact]
    public void R1KnownAttack_IsRefusedAtLevelBand()
    {
        var example = Regions(("A", 20), ("B", 2), ("C", 1));
        Assert.False(example.IsSafe(Rules with { Persons = false }, Hiding(example, "B", "C")));
        Assert.True(example.IsSafe(Rules with { Persons = false, Level = ProtectionLevel.Exact }, Hiding(example, "B", "C")));
    }

    [Fact]
    public void R3WorkedExample_IsFoundByR3AloneAndMendedByHiding()
    {
        var example = new WorkedExample(
            [Variable("citizenship", VariableRole.Identifying, "TUR", "FOR"), Variable("form", VariableRole.Sensitive, "SEX", "LAB")],
            [(["TUR", "SEX"], 9, 0), (["FOR", "SEX"], 13, 0), (["FOR", "LAB"], 12, 0)]);
        Axis[] axes = [example.Axis("citizenship", "TUR", "FOR"), example.Axis("form", "SEX", "LAB")];
        var open = example.Table("t", [], _ => false, axes);
        Assert.True(example.IsSafe(Rules with { Kappa = -1 }, open));
        Assert.False(example.IsSafe(Rules, open));
        Assert.True(example.IsSafe(Rules, example.Table("t", [], rows => !rows.Contains("Total"), axes)));
    }

    [Fact]
    public void R5WorkedExample_IsFoundByR5AloneAndMendedByAPool()
    {
        var example = new WorkedExample(
            [Variable("sector", VariableRole.Sensitive, "AGR", "CON", "MAN")],
            [(["AGR"], 7, 6), (["CON"], 9, 4), (["MAN"], 20, 8)]);
        var apart = example.Table("t", [], _ => false, example.Axis("sector", "AGR", "CON", "MAN"));
        Assert.True(example.IsSafe(Rules with { Rho = 0 }, apart));
        Assert.False(example.IsSafe(Rules, apart));
        Assert.True(example.IsSafe(Rules, example.Table("t", [], _ => false, example.Axis("sector", "AGR+CON", "MAN"))));
    }

    [Fact]
    public void PersonsWorkedExample_IsSafeAgainstStrangersOnly()
    {
        var example = Regions(("A", 20), ("B", 3), ("C", 1));
        Assert.True(example.IsSafe(Rules with { Persons = false }, Hiding(example, "B", "C")));
        Assert.False(example.IsSafe(Rules, Hiding(example, "B", "C")));
        Assert.True(example.IsSafe(Rules, Hiding(example, "A", "B", "C")));
    }

    [Fact]
    public void PoolWorkedExample_IsSettledByItsRuleUntilOneMoreRowJoins()
    {
        var example = Sectors(("TOU", 4), ("CON", 4), ("FSH", 4), ("MAN", 6), ("FSX", 30));
        var three = example.Table("t", [], _ => false, example.Axis("sector", "CON+FSH+TOU", "MAN", "FSX"));
        Assert.True(example.IsSafe(Rules with { PoolRuleKnown = false }, three));
        Assert.False(example.IsSafe(Rules, three));
        Assert.True(example.IsSafe(Rules, example.Table("t", [], _ => false, example.Axis("sector", "CON+FSH+MAN+TOU", "FSX"))));
    }

    [Fact]
    public void PoolFormula_SaysExactlyWhenEveryMemberIsFree()
    {
        foreach (var k in Enumerable.Range(3, 4))
        {
            foreach (var members in Enumerable.Range(2, 3))
            {
                for (var sum = 0; sum <= (k - 1) * members; sum++)
                {
                    // What one member may be when every member is below k: what the others, each 0 to k − 1, can leave to it.
                    var possible = Enumerable.Range(0, k).Where(v => sum - v >= 0 && sum - v <= (k - 1) * (members - 1)).ToArray();
                    Assert.Equal(k - 1 <= sum && sum <= (k - 1) * (members - 1), possible.Length == k);
                }
            }
        }
    }

    [Fact]
    public void LinksWorkedExample_IsSafeOnlyForWhoeverDoesNotKnowTheLink()
    {
        Variable[] variables = [Variable("sector", VariableRole.Sensitive, "FSX", "POR", "TOU"), Variable("form", VariableRole.Sensitive, "SEX", "LAB")];
        (string[], int, int)[] records = [(["FSX", "SEX"], 30, 0), (["POR", "SEX"], 1, 0), (["TOU", "LAB"], 19, 0)];
        var linked = ImpossibleCombination.Implication("victims", new Node("sector", ["FSX", "POR"]), new Node("form", ["SEX"]), ["SEX", "LAB"]);
        Assert.True(IsSafe(new WorkedExample(variables, records)));
        Assert.False(IsSafe(new WorkedExample(variables, records) { Impossible = [linked] }));

        static bool IsSafe(WorkedExample example) => example.IsSafe(
            Rules,
            example.Table("sectors", [], _ => false, example.Axis("sector", "FSX", "POR+TOU")),
            example.Table("forms", [], _ => false, example.Axis("form", "SEX", "LAB")));
    }

    [Fact]
    public void LedgerWorkedExample_IsSafeWhereTheYearOrTheFourthQuarterPools()
    {
        string[] apart = ["CON", "TOU", "FSX"], pooled = ["CON+TOU", "FSX"];
        Assert.False(YearIsSafe(fourthQuarter: apart, year: apart));
        Assert.True(YearIsSafe(fourthQuarter: apart, year: pooled));
        Assert.True(YearIsSafe(fourthQuarter: pooled, year: apart));
    }

    private static bool YearIsSafe(string[] fourthQuarter, string[] year)
    {
        string[] quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"];
        Variable[] variables = [Variable("quarter", VariableRole.Time, quarters), Variable("sector", VariableRole.Sensitive, "CON", "TOU", "FSX")];
        int[] construction = [6, 7, 3, 9];
        var records = quarters.SelectMany((q, i) => new[]
        {
            ((string[])[q, "CON"], construction[i], 0), ([q, "TOU"], 8, 0), ([q, "FSX"], 20, 0),
        }).ToArray();
        var example = new WorkedExample(variables, records);
        string[][] layouts = [["CON", "TOU", "FSX"], ["CON", "TOU", "FSX"], ["CON+TOU", "FSX"], fourthQuarter];
        var ledger = Ledger.Empty;
        for (var q = 0; q < quarters.Length; q++)
        {
            var table = example.Table("sectors", [new Node("quarter", [quarters[q]])], _ => false, example.Axis("sector", layouts[q]));
            Assert.True(new WorkedExample(variables, records) { Ledger = ledger }.IsSafe(Rules, table));
            ledger = ledger.Append(example.Release(Rules, table), Rules);
        }

        return new WorkedExample(variables, records) { Ledger = ledger }
            .IsSafe(Rules, example.Table("sectors", [new Node("quarter", quarters)], _ => false, example.Axis("sector", year)));
    }

    private static WorkedExample Regions(params (string Region, int Persons)[] counts) => new(
        [Variable("region", VariableRole.Identifying, [.. counts.Select(c => c.Region)])],
        [.. counts.Select(c => ((string[])[c.Region], c.Persons, 0))]);

    private static WorkedExample Sectors(params (string Sector, int Persons)[] counts) => new(
        [Variable("sector", VariableRole.Sensitive, [.. counts.Select(c => c.Sector)])],
        [.. counts.Select(c => ((string[])[c.Sector], c.Persons, 0))]);

    private static PublishedTable Hiding(WorkedExample example, params string[] hidden) =>
        example.Table("t", [], rows => hidden.Contains(rows[0], StringComparer.Ordinal), example.Axis("region", "A", "B", "C"));
}
