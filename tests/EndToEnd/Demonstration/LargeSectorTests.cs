using System.Globalization;
using Anonymize;
using Anonymize.Planning;
using Anonymize.Protection;
using EndToEnd.Support;
using Host.Drafting;
using Host.Planning;
using Ingest.Schema;
using Publication.Ledgers;
using Publication.Rules;
using Publication.Tables;
using Xunit;

namespace EndToEnd.Demonstration;

/// <summary>
/// Every sector of ten persons or more has a row of its own, unless a link forbids it, and then the draft names the link; or unless so few
/// others are left that without it they would have no row at all. On quarters drawn by chance, where sectors of ten to twenty-four are common.
/// </summary>
[Trait("culture", "first")]
public sealed class LargeSectorTests
{
    private const int Large = 10;
    private const int VeryLarge = 25;
    private const uint FirstSeed = 910_001;

    [Fact]
    public void SectorOfTenOrMore_StandsAlone_OrTheDraftNamesTheLink()
    {
        var (_, rules) = RuleSetSource.Read();
        var plan = BulletinCore.Plan(new PeriodPlanner(CodeLists.Load()), SomeQuarter.Quarter, rules);
        plan = plan with { Tables = [.. plan.Tables.Where(t => t.Axes.Count == 1)] };

        // As it is published, forms make way for sectors; where forms are worth more, it is the sector that a link costs its row.
        var forForms = plan with { Tables = [.. plan.Tables.Select(t => t.Id == "forms" ? t with { Weight = 10 * t.Weight } : t)] };
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = FirstSeed; seed < FirstSeed + LongRun.Worlds(usual: 150); seed++)
        {
            Judge(seed, seed % 2 == 0 ? plan : forForms, rules, what => met[what] = met.GetValueOrDefault(what) + 1);
        }

        var all = string.Join(", ", met.Select(m => $"{m.Key}: {m.Value}"));
        TestContext.Current.TestOutputHelper?.WriteLine(all);
        int Met(string what) => met.GetValueOrDefault(what);
        Assert.True(Met("released") >= 100, all);
        Assert.True(Met("10 to 24, alone") >= 50 && Met("25 and more, alone") >= 50, all);
        Assert.True(Met("10 to 24, a link is named") >= 3 && Met("25 and more, a link is named") >= 3, all);
    }

    private static void Judge(uint seed, PeriodPlan plan, RuleSet rules, Action<string> count)
    {
        var quarter = SomeQuarter.Draw(seed);
        var records = new Dictionary<string, Apache.Arrow.RecordBatch>(StringComparer.Ordinal) { ["victims"] = quarter.Records() };
        var outcome = ReleaseEngine.Protect(plan, records, Ledger.Empty, rules, new Budget(Budget.DefaultUnits), CancellationToken.None);
        if (outcome.Verified?.Content is not { } content || content.FindTable("sectors") is not { } sectors || content.FindTable("forms") is not { } forms || sectors.HiddenCount + forms.HiddenCount > 0)
        {
            count("not released whole");
            return;
        }

        count("released");
        var world = SectorFormWorld.Of(quarter.BySectorAndForm, quarter.ByPartner, plan, rules);
        var (sectorRows, formRows) = (world.Sectors.RowsOf(sectors), world.Forms.RowsOf(forms));
        var declared = plan.Tables.First(t => t.Id == "sectors").Axes[0].Declared;
        var named = outcome.PooledByLink.Where(n => n.Table == "sectors").Select(n => n.Category).ToHashSet(StringComparer.Ordinal);
        for (var s = 0; s < declared.Count; s++)
        {
            var persons = quarter.BySector.GetValueOrDefault(declared[s].Code);
            var row = sectorRows.First(r => r.Contains(s));
            string Fault(string what) => string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: {declared[s].Code} with {persons} persons {what}: {world.Sectors.Name(sectorRows)} / {world.Forms.Name(formRows)}");
            Assert.True(!named.Contains(declared[s].Code) || (persons >= Large && row.Length > 1), Fault("is named, and need not be"));
            if (persons < Large)
            {
                continue;
            }

            var size = persons < VeryLarge ? "10 to 24" : "25 and more";
            if (row.Length == 1)
            {
                count($"{size}, alone");
                continue;
            }

            // Taken out of its row, whatever stays there.
            int[][] without = [.. sectorRows.Where(r => r != row), [.. row.Where(m => m != s)], [s]];
            Assert.False(world.Attacker.IsSafe(without, formRows), Fault("is pooled for nothing"));
            if (world.AttackerWithoutLinks.IsSafe(without, formRows))
            {
                count($"{size}, a link is named");
                Assert.True(named.Contains(declared[s].Code), Fault("is pooled by a link that nobody names"));
            }
            else
            {
                count($"{size}, too few others");
            }
        }
    }
}
