using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

/// <summary>An engine that lies about what it was asked to protect is caught, however good its witnesses.</summary>
public sealed class CommissionTests
{
    private static readonly ImpossibleCombination Link = new(Bulletin.Population, [new Node("sector", ["s4"]), new Node("quarter", ["q2"])]);

    [Fact]
    public void WhatWasOrdered_IsVerified()
    {
        Assert.Empty(Verify(Content([Link], Bulletin.FirstQuarter)));
        Assert.Empty(Verify(Content([Link])));
    }

    [Fact]
    public void PooledRowOfDeclaredCategories_IsALayout() =>
        Assert.Empty(Check(Axis(rows: [Row("s1", "s2"), Row("s3"), Row("s4"), AxisRow.Total(Bulletin.Text("Toplam"))])));

    [Fact]
    public void ForgottenOrInventedLink_IsCaught()
    {
        Assert.Contains("impossible combinations", Verify(Content([], Bulletin.FirstQuarter)));
        Assert.Contains("impossible combinations", Verify(Content([Link, new(Bulletin.Population, [Bulletin.In("q2")])], Bulletin.FirstQuarter)));
    }

    [Fact]
    public void PhantomCategory_IsCaught()
    {
        var phantom = Bulletin.Variable("sector", VariableRole.Sensitive, "s1", "s2", "s3", "s4", "s5");

        Assert.Equal(["variables"], Subjects(Ordered.Check(new ReleaseContent(Bulletin.Header, [phantom, Bulletin.Quarter], [Link], [Bulletin.FirstQuarter]))));
    }

    [Fact]
    public void TableNobodyOrdered_IsCaught()
    {
        Assert.Equal(["second"], Subjects(Ordered.Check(Content([Link], Bulletin.Print(Bulletin.Sectors("second", Bulletin.In("q1")), "c", "c", "6", "c", "14")))));
        Assert.Equal(["first"], Subjects(Ordered.Check(Content([Link], Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q2")), "c", "c", "6", "c", "14")))));
    }

    [Fact]
    public void EveryDifferenceOfAnAxis_IsCaught()
    {
        Assert.NotEmpty(Check(Axis(role: VariableRole.Other)));
        Assert.NotEmpty(Check(Axis(isAdditive: false)));
        Assert.NotEmpty(Check(Axis(declaresRows: true)));
        Assert.NotEmpty(Check(Axis(declared: 3)));
        Assert.NotEmpty(Check(Axis(rows: [Row("s1", "s2"), Row("s2")])));
        Assert.NotEmpty(Check(Axis(rows: [new AxisRow("s1", Bulletin.Text("s1"), new Node("sector", ["s2"]), ["s1"])])));
        Assert.NotEmpty(Check(Axis(rows: [new AxisRow("s9", Bulletin.Text("s9"), new Node("sector", ["s9"]), ["s9"])])));
        Assert.NotEmpty(Check(Axis(rows: [new AxisRow("none", Bulletin.Text("none"), new Node("sector", []), [])])));
        Assert.NotEmpty(Check(Axis(rows: [AxisRow.Total(Bulletin.Text("a")), AxisRow.Total(Bulletin.Text("b"))])));
    }

    private static Commission Ordered => new([Bulletin.Sector, Bulletin.Quarter], [Link], [Bulletin.FirstQuarter.Design]);

    private static ReleaseContent Content(IEnumerable<ImpossibleCombination> impossible, params PublishedTable[] tables) => Bulletin.Content(impossible, tables);

    private static string[] Verify(ReleaseContent content) => Subjects(ReleaseVerifier.Verify(
        Bulletin.Candidate(content, Ledger.Empty, Bulletin.EveryWitness), Ordered, Bulletin.Of(Bulletin.Records()), Ledger.Empty, Bulletin.Rules).Findings);

    private static string[] Check(Axis axis)
    {
        var design = new TableDesign("first", Bulletin.Text("first"), Bulletin.Population, [Bulletin.In("q1")], [axis]);
        return Subjects(Ordered.Check(Content([Link], Bulletin.Print(design, [.. Enumerable.Repeat("c", design.CellCount)]))));
    }

    private static string[] Subjects(IEnumerable<Finding> findings) => [.. findings.Where(f => f.Code == FindingCodes.NotAsCommissioned).Select(f => f.Subject)];

    private static Axis Axis(VariableRole role = VariableRole.Sensitive, bool isAdditive = true, bool declaresRows = false, int declared = 4, AxisRow[]? rows = null)
    {
        var ordered = Bulletin.FirstQuarter.Design.Axes[0];
        return new Axis("sector", ordered.Label, role, ordered.Declared.Take(declared), rows ?? [Row("s1"), Row("s2"), Row("s3")], isAdditive, declaresRows);
    }

    private static AxisRow Row(params string[] members) => new(string.Join('+', members), Bulletin.Text("row"), new Node("sector", members), members);
}
