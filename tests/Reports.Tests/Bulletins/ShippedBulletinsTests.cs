using Reports.Bulletins;

namespace Reports.Tests.Bulletins;

public sealed class ShippedBulletinsTests
{
    public static TheoryData<BulletinGrain> Grains => [BulletinGrain.Quarter, BulletinGrain.Year];

    [Theory]
    [MemberData(nameof(Grains))]
    public void Shipped_ReadWithoutProblem(BulletinGrain grain)
    {
        var bulletin = ShippedBulletins.Of(grain);

        Assert.Equal(grain, bulletin.Grain);
        Assert.True(bulletin.Tables.Count >= 11);
        Assert.All(bulletin.Tables, t => Assert.All(t.Axes, a => Assert.Equal(a.Variable != "indicator", a.HasTotal)));
    }

    [Theory]
    [MemberData(nameof(Grains))]
    public void CrossedRows_ComeFromTheSectorTable(BulletinGrain grain)
    {
        var crossed = ShippedBulletins.Of(grain).Tables.Where(t => t.Axes.Count == 2 && t.Axes[0].Variable == "sector");

        Assert.All(crossed, t => Assert.Equal("sectors", t.Axes[0].RowsOf));
    }

    [Theory]
    [MemberData(nameof(Grains))]
    public void Victims_AreActualUnlessTheStatusIsShown(BulletinGrain grain)
    {
        foreach (var table in ShippedBulletins.Of(grain).Tables.Where(t => t.Population == "victims"))
        {
            var status = Assert.Single(table.Where, w => w.Variable == "status");
            Assert.True(status.Codes is ["ACT"] || table.Axes.Any(a => a.Variable == "status"), table.Id);
        }
    }

    [Fact]
    public void Year_CrossesWhatAQuarterShowsByTotalsAlone() => Assert.Equal(
        [
            ("T5a", "age", "group"), ("T6a", "region", "form"), ("T7a", "referral", "status"), ("T9a", "permit", "group"), ("T10a", "outcome", "group"),
        ],
        ShippedBulletins.Yearly().Tables.Where(t => t.Axes.Count == 2 && t.Axes[0].Variable != "sector").Select(t => (t.Number, t.Axes[0].Variable, t.Axes[1].Variable)));

    [Theory]
    [MemberData(nameof(Grains))]
    public void EveryDrawnTable_HasAFinding(BulletinGrain grain) =>
        Assert.All(ShippedBulletins.Of(grain).Tables.Where(t => t.Chart is not null), t => Assert.NotNull(t.Finding));

    [Fact]
    public void Year_ProfilesSectorsByAgeClassCitizenshipMeansServicesAndOutcome()
    {
        var year = ShippedBulletins.Yearly();

        // Women, men and children by sector are the age class of the sectors; printed once more by age, the same persons would cost cells in both.
        Assert.Equal("group", year.FindTable("sectors-by-group")!.Axes[1].Variable);
        Assert.Equal(
            ["profile-citizenship", "profile-means", "profile-outcome", "profile-services"],
            year.Tables.Select(t => t.Id).Where(id => id.StartsWith("profile-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Grains))]
    public void Figures_HaveTheirTables_AndOnlyAYearHasTargets(BulletinGrain grain)
    {
        var figures = ShippedBulletins.Of(grain).Tables.Where(t => t.Population is "programme" or "helpline" or "shelter").ToArray();

        Assert.Equal(["T13", "T13a", "T14", "T14a", "T14b"], figures.Select(t => t.Number));
        Assert.All(figures, t => Assert.Equal(grain == BulletinGrain.Year && t.Number == "T14", t.HasTargets));
        Assert.All(figures.Single(t => t.Number == "T14").Where[0].Codes, code => Assert.NotNull(IndicatorTargets.Find(code)));
    }

    [Fact]
    public void Quarter_KeepsRareFormsTogether() => Assert.Equal(1, ShippedBulletins.Quarterly().FindTable("forms")!.Axes[0].Level);

    [Fact]
    public void ResidualSectors_WeighHalf()
    {
        var axis = ShippedBulletins.Quarterly().FindTable("sectors")!.Axes[0];

        Assert.Equal(0.5m, axis.WeightOf("OTH"));
        Assert.Equal(1m, axis.WeightOf("AGR"));
    }
}
