using Anonymize.Planning;
using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Xunit;

namespace Host.Tests.Planning;

public sealed class PeriodPlannerTests
{
    private static readonly CodeLists Lists = CodeLists.Load();
    private static readonly RuleSet Rules = RuleSetSource.Read().Rules;

    [Fact]
    public void NothingReported_LeavesTheTablesOfCasesAsTheyAre()
    {
        var plan = Plan([]);

        Assert.DoesNotContain(plan.Tables, t => Lists.Indicators.IsCountedIn(t.Population));
        Assert.DoesNotContain(plan.Variables, v => v.Name is "indicator" or "audience" or "language" or "callResult");
        Assert.Equal(11, plan.Tables.Count);
    }

    [Fact]
    public void Indicator_IsARowOnceItIsComplete_AndATableOnceAllItCountsIs()
    {
        var plan = Plan(["AWE", "AWP"]);

        Assert.Equal(["AWE", "AWP"], Assert.Single(plan.Tables, t => t.Population == "programme").Axes[0].Declared.Select(d => d.Code));
        Assert.Contains(Plan(["AWP", "TRP"]).Tables, t => t.Id == "audiences");
        Assert.Equal(["helpline-languages", "helpline-results"], Plan(["CAL"]).Tables.Where(t => t.Population == "helpline").Select(t => t.Id));
    }

    [Fact]
    public void WhatCountsPersonsAtRisk_IsGuarded_AndTheRestIsNot() =>
        Assert.All(Lists.Indicators.All, i => Assert.NotEqual(i.CountsPersonsAtRisk, Rules.IsWithoutPersons(i.Population)));

    [Fact]
    public void RulesThatDoNotGuardTheHelpline_StopThePlan() =>
        Assert.Throws<InvalidOperationException>(() => Plan([], Rules with { WithoutPersons = ["helpline"] }));

    private static PeriodPlan Plan(string[] complete, RuleSet? rules = null)
    {
        var period = ReleasePeriod.OfQuarter(2025, 4);
        return new PeriodPlanner(Lists).Plan(
            new ReleaseHeader
            {
                Id = "2025-Q4.1",
                Period = period,
                Title = new Text("", ""),
                Country = "TUR",
                Programme = "test",
                ClassificationVersion = "1",
                CutOff = period.End,
                PublicationDate = period.End,
                RuleSet = Rules.Identity,
                InputsHmac = "",
                ProductVersion = "0",
                PartnersIncluded = 6,
                PartnersExpected = 6,
            },
            rules ?? Rules,
            complete.ToHashSet(StringComparer.Ordinal));
    }
}
