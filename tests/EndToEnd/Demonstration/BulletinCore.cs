using Anonymize;
using Anonymize.Planning;
using Anonymize.Protection;
using Host.Planning;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>Sectors, forms and sectors by group of the quarterly bulletin, protected straight from the samples' truth.</summary>
internal static class BulletinCore
{
    private static readonly string[] Tables = ["sectors", "forms", "sectors-by-group"];
    private static readonly string[] Variables = ["form", "group", "quarter", "sector", "status"];

    /// <summary>Of a quarter or a year.</summary>
    public static PeriodPlan Plan(PeriodPlanner planner, string name, RuleSet rules)
    {
        Assert.True(ReleasePeriod.TryParse(name, out var period));
        var whole = planner.Plan(new ReleaseHeader
        {
            Id = $"{name}.1",
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
        }, rules, new HashSet<string>());
        return whole with
        {
            Variables = [.. whole.Variables.Where(v => Variables.Contains(v.Name))],
            Impossible = [.. whole.Impossible.Where(i => i.Population == "victims" && i.Nodes.All(n => Variables.Contains(n.Variable)))],
            Tables = [.. whole.Tables.Where(t => Tables.Contains(t.Id))],
        };
    }

    public static ReleaseContent Publish(PeriodPlan plan, Ledger ledger, RuleSet rules)
    {
        var quarters = plan.Header.Period.Quarters.Select(q => q.ToString());
        var populations = new Dictionary<string, Apache.Arrow.RecordBatch>(StringComparer.Ordinal) { ["victims"] = KnownRecords.Of(quarters) };
        var outcome = ReleaseEngine.Protect(plan, populations, ledger, rules, new Budget(Budget.DefaultUnits), CancellationToken.None);
        return Assert.IsType<VerifiedRelease>(outcome.Verified).Content;
    }
}
