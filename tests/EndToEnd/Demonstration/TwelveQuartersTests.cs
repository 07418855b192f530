using Anonymize;
using Anonymize.Planning;
using Anonymize.Protection;
using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>
/// Sectors, forms and their crossing over all twelve quarters of the samples, each on top of the quarters of its year before it, against every
/// attacker: the floors below which the bulletin would be safe and of little use. The demonstration's tests hold the whole bulletin to them
/// for the last year.
/// </summary>
public sealed class TwelveQuartersTests
{
    [Fact]
    public void Quarters_StayAboveTheFloors()
    {
        var (_, rules) = RuleSetSource.Read();
        var planner = new PeriodPlanner(CodeLists.Load());
        var (own, sectors, forms, crossed) = (new List<decimal>(), new List<decimal>(), new List<decimal>(), new List<decimal>());
        foreach (var year in KnownRecords.Quarters.GroupBy(q => q[..4]))
        {
            var ledger = Ledger.Empty;
            foreach (var quarter in year)
            {
                var content = BulletinCore.Publish(BulletinCore.Plan(planner, quarter, rules), ledger, rules);
                ledger = ledger.Append(content, rules);
                own.Add(content.FindTable("sectors")!.PersonsShownShare!.Value);
                sectors.Add(content.FindTable("sectors")!.Detail!.Value);
                forms.Add(content.FindTable("forms")!.Detail!.Value);
                crossed.Add(content.FindTable("sectors-by-group")!.PersonsShownShare!.Value);
            }
        }

        Assert.Equal(12, own.Count);
        AssertFloor(0.65m, own);
        AssertFloor(0.75m, sectors);
        AssertFloor(0.65m, forms);
        AssertFloor(0.50m, crossed);
    }

    [Fact]
    public void Sectors_OfTenPersonsOrMoreStandAlone()
    {
        var (_, rules) = RuleSetSource.Read();
        var planner = new PeriodPlanner(CodeLists.Load());
        foreach (var quarter in KnownRecords.Quarters)
        {
            var rows = BulletinCore.Publish(BulletinCore.Plan(planner, quarter, rules), Ledger.Empty, rules).FindTable("sectors")!.Design.Axes[0].Rows;
            var large = KnownRecords.BySector(quarter).Where(s => s.Value >= 10).Select(s => s.Key).ToArray();

            Assert.NotEmpty(large);
            Assert.All(large, sector => Assert.Contains(rows, r => r.Members is [var only] && only == sector));
        }
    }

    private static void AssertFloor(decimal floor, List<decimal> quarters)
    {
        Assert.True(quarters.Average() >= floor);
        Assert.True(quarters.Min() >= floor - 0.15m);
    }
}
