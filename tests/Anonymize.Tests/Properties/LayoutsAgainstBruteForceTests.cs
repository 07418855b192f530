using Anonymize.Planning;
using Anonymize.Protection;
using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>The whole engine, layouts and ladder included, against the attacker with unlimited time: quarters first, then the year.</summary>
[Trait("culture", "first")]
public sealed class LayoutsAgainstBruteForceTests
{
    [Fact]
    public void WhateverIsReleased_IsSafeAndWhatWasOrdered()
    {
        var tally = Trials.Run(250, firstSeed: 700_001, Fault);

        Assert.True(tally["judged"] * 10 >= tally["worlds"] * 7, tally.ToString());
        Assert.True(tally["pooled rows"] >= 50, tally.ToString());
        Assert.True(tally["whole bulletins"] * 2 >= tally["releases"], tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var quarters = instance.Releases.Count;
        var ledger = Ledger.Empty;
        var records = Plans.Records(instance);
        Node[][] restrictions = quarters == 1 ? [[TableBuilder.In(0)]] : [[TableBuilder.In(0)], [TableBuilder.In(1)], []];
        foreach (var where in restrictions)
        {
            var plan = Plans.Of(instance, where);
            var outcome = ReleaseEngine.Protect(plan, records, ledger, instance.Rules, new Budget(100_000), CancellationToken.None);
            if (outcome.Verified is not { } verified)
            {
                tally.Count("nothing safe");
                continue;
            }

            tally.Count("releases");
            tally.Count("whole bulletins", verified.Content.Tables.Count == plan.Tables.Count);
            tally.Count("pooled rows", verified.Content.Tables.Any(t => t.Design.Axes.Any(a => a.Rows.Any(r => r.IsPooled))));
            if (Again(plan, verified.Content, outcome.Certificate, instance, ledger) is { } fault)
            {
                return fault;
            }

            ledger = ledger.Append(verified.Content, instance.Rules);
            var releases = Worlds.Contents(ledger);
            if (BruteForceOf(instance, releases) is not { } broken)
            {
                return null;
            }

            if (broken.Count > 0)
            {
                return $"[{string.Join(" | ", broken.Select(b => b.Name))}]\n{Worlds.Describe(instance, releases)}";
            }
        }

        tally.Count("judged");
        return null;
    }

    /// <summary>The stored bytes verify against the plan, and against no plan with another link.</summary>
    private static string? Again(PeriodPlan plan, ReleaseContent content, ReadOnlyMemory<byte> certificate, Instance instance, Ledger ledger)
    {
        var records = Plans.Records(instance);
        var link = new ImpossibleCombination(Instance.Population, [new Node(instance.Variables[0].Name, [instance.Variables[0].Leaves[0].Code]), new Node(instance.Variables[1].Name, [])]);
        var bytes = ReleaseSerializer.Write(content);
        var same = ReleaseEngine.Verify(plan, bytes, certificate.Span, records, ledger, instance.Rules);
        var other = ReleaseEngine.Verify(plan with { Impossible = [.. plan.Impossible, link] }, bytes, certificate.Span, records, ledger, instance.Rules);
        return same.Verified is null ? $"stored bytes do not verify: {string.Join(" | ", same.Findings)}"
            : other.Findings is [{ Code: FindingCodes.NotAsCommissioned }] ? null
            : "a link was forgotten and nobody noticed";
    }

    /// <summary>Outside figures are left out: the ledger of these worlds has none.</summary>
    private static IReadOnlyList<Obligation>? BruteForceOf(Instance instance, IReadOnlyList<ReleaseContent> releases)
    {
        var space = instance.Space;
        var duties = new Duties(space, instance.Persons, instance.Partners);
        return BruteForce.Broken(space, PublicFacts.Of(space, releases, []), releases.SelectMany(r => r.Tables).SelectMany(t => duties.Of(t.Design, instance.Rules)));
    }
}
