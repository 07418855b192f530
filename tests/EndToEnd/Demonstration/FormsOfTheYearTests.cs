using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Ledgers;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>
/// The floor of the year's forms, 85 % of persons in rows of their own, holds wherever a solver does not prove it out of reach: what the engine shows lies
/// between the lower of floor and bound, and the bound.
/// </summary>
[Trait("culture", "first")]
public sealed class FormsOfTheYearTests(ITestOutputHelper output)
{
    private const double Floor = 0.85;

    [Theory]
    [InlineData("2023", true)]
    [InlineData("2024", false)]
    [InlineData("2025", false)]
    public void YearsForms_StandAloneAsFarAsTheQuartersLeaveThem(string year, bool isFloorOutOfReach)
    {
        var (_, rules) = RuleSetSource.Read();
        var planner = new PeriodPlanner(CodeLists.Load());
        var (ledger, quarters) = (Ledger.Empty, new List<ReleaseContent>());
        foreach (var quarter in KnownRecords.Quarters.Where(q => q.StartsWith(year, StringComparison.Ordinal)))
        {
            quarters.Add(BulletinCore.Publish(BulletinCore.Plan(planner, quarter, rules), ledger, rules));
            ledger = ledger.Append(quarters[^1], rules);
        }

        var forms = BulletinCore.Publish(BulletinCore.Plan(planner, year, rules), ledger, rules).FindTable("forms")!;
        using var bound = FormsOfAYear.Of(year, planner, rules, [.. quarters.Select(q => (PublishedRow.Of(q, "sectors"), PublishedRow.Of(q, "forms")))]);
        var most = bound.MostAlone();
        var share = (double)most / bound.Persons;
        output.WriteLine(FormattableString.Invariant($"{year}: at most {most} of {bound.Persons} persons ({share:P1}) in forms of their own; shown {forms.PersonsShownShare:P1}"));
        bound.RuledOut.ForEach(output.WriteLine);

        Assert.Null(bound.Settled);
        Assert.Equal(isFloorOutOfReach, share < Floor);
        Assert.InRange((double)forms.PersonsShownShare!, Math.Min(Floor, share) - 1e-4, share + 1e-4);
    }
}
