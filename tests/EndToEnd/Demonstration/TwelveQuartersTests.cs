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
    private static readonly string[] Tables = ["sectors", "forms", "sectors-by-group"];
    private static readonly string[] Variables = ["form", "group", "quarter", "sector", "status"];

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
                var content = Publish(planner, quarter, ledger, rules);
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
            var rows = Publish(planner, quarter, Ledger.Empty, rules).FindTable("sectors")!.Design.Axes[0].Rows;
            var large = KnownRecords.BySector(quarter).Where(s => s.Value >= 10).Select(s => s.Key).ToArray();

            Assert.NotEmpty(large);
            Assert.All(large, sector => Assert.Contains(rows, r => r.Members is [var only] && only == sector));
        }
    }

    private static ReleaseContent Publish(PeriodPlanner planner, string quarter, Ledger ledger, RuleSet rules)
    {
        Assert.True(ReleasePeriod.TryParse(quarter, out var period));
        var whole = planner.Plan(new ReleaseHeader
        {
            Id = $"{quarter}.1",
            Period = period,
            Title = new Text("", ""),
            Country = "TUR",
            Programme = "test",
            ClassificationVersion = "1",
            CutOff = period.End,
            PublicationDate = period.End,
            RuleSet = rules.Identity,
            InputsHmac = "",
            ProductVersion = "0",
            PartnersIncluded = 6,
            PartnersExpected = 6,
        });
        var plan = whole with
        {
            Variables = [.. whole.Variables.Where(v => Variables.Contains(v.Name))],
            Impossible = [.. whole.Impossible.Where(i => i.Population == "victims" && i.Nodes.All(n => Variables.Contains(n.Variable)))],
            Tables = [.. whole.Tables.Where(t => Tables.Contains(t.Id))],
        };
        var populations = new Dictionary<string, Apache.Arrow.RecordBatch>(StringComparer.Ordinal) { ["victims"] = KnownRecords.Of([quarter]) };
        var outcome = ReleaseEngine.Protect(plan, populations, ledger, rules, new Budget(Budget.DefaultUnits), CancellationToken.None);
        return Assert.IsType<VerifiedRelease>(outcome.Verified).Content;
    }

    private static void AssertFloor(decimal floor, List<decimal> quarters)
    {
        Assert.True(quarters.Average() >= floor);
        Assert.True(quarters.Min() >= floor - 0.15m);
    }
}
