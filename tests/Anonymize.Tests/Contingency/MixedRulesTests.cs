using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Rules, tables and attackers in any mixture: what the engine makes the verifier accepts, or nothing is made.</summary>
[Trait("culture", "first")]
public sealed class MixedRulesTests
{
    [Fact]
    public void AnyMixture_IsAcceptedByTheVerifierOrRefused()
    {
        var (made, refused, pooled) = (0, 0, 0);
        for (var i = 0; i < 60; i++)
        {
            var random = new Random(i);
            var rules = Rules(random);
            var world = new SomeOffices([4, 3, 2], regions: 2, offices: 3, 8000 + (31 * i), rules, isSparse: random.Next(3) == 0, atMost: random.Next(3) == 0 ? 2 : 0);
            world = rules.Kappa < 0 ? world : world.WithSensitive();
            var spec = world.Spec with { Tables = [.. Tables(random)] };
            if (i % 6 == 5 && rules.Concentration.IsOff)
            {
                spec = spec with { Variables = [spec.Variables[0] with { IsPooled = true }, .. spec.Variables.Skip(1)] };
            }

            // The verifier's refusal is an exception of the protector.
            var outcome = TableProtector.Protect(spec, world.Records, SpecFiles.None, TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Faults);
            if (outcome.Blocking is null)
            {
                made++;
                pooled += outcome.Tables.Any(t => t.Pools.Values.Any(rows => rows.Any(r => r.Members.Count > 1))) ? 1 : 0;
                Assert.Equal(0, Later(spec, world, outcome).WrongCells);
            }
            else
            {
                refused++;
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0} made, {1} refused, {2} pooled", made, refused, pooled);
        Assert.True(made >= 30 && pooled >= 3, $"{made} made, {refused} refused, {pooled} pooled");
    }

    /// <summary>The first table is published, and all of them after it.</summary>
    private static ContingencyCheck Later(ContingencySpec spec, SomeOffices world, ContingencyOutcome outcome)
    {
        var first = outcome.Tables[0];
        var known = new KnownTable("known[0]/t", first.Spec, first.Codes, first.Values, spec.Rules.Zeros == ZeroPolicy.Open ? 1 : 0)
        {
            Layouts = first.Pools.ToDictionary(
                p => p.Key, p => (IReadOnlyDictionary<string, IReadOnlyList<string>>)p.Value.ToDictionary(r => r.Code, r => r.Members, StringComparer.Ordinal), StringComparer.Ordinal),
        };
        var files = new SpecFiles { Known = [known] };
        var after = TableProtector.Protect(spec, world.Records, files, TestContext.Current.CancellationToken);
        var tables = after.Blocking is null ? after : outcome;
        var printed = tables.Tables.ToDictionary(
            t => t.Spec.Id, t => (IReadOnlyDictionary<string, long?>)SomeTables.Cells(t).ToDictionary(c => TableProtector.KeyOf(c.Codes), c => c.Shown, StringComparer.Ordinal), StringComparer.Ordinal);
        var check = TableProtector.Check(spec with { Tables = [.. tables.Tables.Select(t => t.Spec)] }, world.Records, SpecFiles.None, printed, tables.Certificate)!;
        Assert.True(check.IsSameShape);
        Assert.Equal(0, check.Unproved);
        return check;
    }

    private static ContingencyRules Rules(Random random)
    {
        var zeros = (ZeroPolicy)random.Next(3);
        var rules = new ContingencyRules
        {
            K = 2 + random.Next(3),
            Zeros = zeros,
            Level = zeros == ZeroPolicy.Open ? ContingencyLevel.Exact : (ContingencyLevel)random.Next(3),
            Persons = random.Next(2) == 0,
            Coalition = random.Next(3) == 0 ? 1 : 0,
            Kappa = random.Next(3) - 1,
            Latent = random.Next(3),
            Differences = random.Next(3) == 0,
            Cost = (HidingCost)random.Next(3),
        };
        return random.Next(4) > 0 ? rules : rules with { K = 0, Persons = false, Latent = 0, Differences = false, Kappa = -1, Concentration = new ConcentrationRules(1, 75, random.Next(2) * 10) };
    }

    private static IEnumerable<TableSpec> Tables(Random random)
    {
        yield return SomeTables.Table("pair", "v0", "v2");
        if (random.Next(2) == 0)
        {
            yield return SomeTables.Table("other", "v1", "v2");
        }

        if (random.Next(2) == 0)
        {
            yield return SomeTables.Table("part", "v0") with { Where = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v1"] = ["b00", "b02"] } };
        }
    }
}
