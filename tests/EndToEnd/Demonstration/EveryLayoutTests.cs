using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Ledgers;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>
/// Every way to pool sectors, and with each every way to pool forms, of all twelve quarters of the samples, against an exact attacker of its
/// own: none that is safe shows more than what the engine chose.
/// </summary>
[Trait("culture", "first")]
public sealed class EveryLayoutTests
{
    private const double SectorWeight = 2;
    private const double FormWeight = 1.5;
    private const double Tolerance = 1e-9;

    [Fact]
    public void NoSafeLayoutOfSectorsAndForms_ShowsMoreThanTheChosenOne()
    {
        var (_, rules) = RuleSetSource.Read();
        var planner = new PeriodPlanner(CodeLists.Load());
        var (refused, better) = (0, new List<string>());
        foreach (var quarter in KnownRecords.Quarters)
        {
            var plan = BulletinCore.Plan(planner, quarter, rules);
            var content = BulletinCore.Publish(plan, Ledger.Empty, rules);
            var world = SectorFormWorld.Of(quarter, plan, rules);
            var (sectors, forms) = (world.Sectors.RowsOf(content.FindTable("sectors")!), world.Forms.RowsOf(content.FindTable("forms")!));
            var chosen = (SectorWeight * world.Sectors.Worth(sectors)) + (FormWeight * world.Forms.Worth(forms));

            Assert.True(world.Attacker.IsSafe(sectors, forms), quarter);
            var everySector = world.Sectors.EveryLayout(pools: 1).Where(s => world.Attacker.IsSafe(s, world.Forms.Nothing)).ToArray();
            var everyForm = world.Forms.EveryLayout(pools: 2).Where(f => world.Attacker.IsSafe(world.Sectors.Nothing, f)).ToArray();
            foreach (var s in everySector)
            {
                foreach (var f in everyForm)
                {
                    var worth = (SectorWeight * world.Sectors.Worth(s)) + (FormWeight * world.Forms.Worth(f));
                    if (worth <= chosen + Tolerance)
                    {
                        continue;
                    }

                    if (world.Attacker.IsSafe(s, f))
                    {
                        better.Add($"{quarter}: {worth - chosen:F3} more with {world.Sectors.Name(s)} / {world.Forms.Name(f)} than {world.Sectors.Name(sectors)} / {world.Forms.Name(forms)}");
                    }
                    else
                    {
                        refused++;
                    }
                }
            }
        }

        Assert.True(refused > 100, $"{refused}");
        Assert.True(better.Count == 0, string.Join(Environment.NewLine, better));
    }
}
