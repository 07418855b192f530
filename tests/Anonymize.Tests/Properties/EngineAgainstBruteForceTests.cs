using Anonymize.Tests.Oracle;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// The engine against the attacker with unlimited time: what it certifies is safe against outsiders, every person, every partner and whoever
/// knows how pools are made, together with everything published before; what it refuses, no pattern could save.
/// </summary>
public sealed class EngineAgainstBruteForceTests
{
    private static readonly string[] Attackers = ["R1", "R3", "R5", "person"];

    [Fact]
    public void WhateverTheEngineCertifies_IsSafe()
    {
        var tally = Trials.Run(2_200, firstSeed: 100_001, Fault);

        Assert.True(tally["judged"] * 10 >= tally["worlds"] * 8, tally.ToString());
        Assert.True(tally["certified"] * 4 >= tally["judged"] && tally["refused"] * 4 >= tally["judged"], tally.ToString());
        Assert.True(tally["primaries alone leak"] * 10 >= tally["judged"] * 3, tally.ToString());
        Assert.True(tally["linked with a hierarchy"] * 2 >= tally["judged"], tally.ToString());
        Assert.All(Attackers, a => Assert.True(tally["certified against " + a] * 10 >= tally["certified"], tally.ToString()));
        Assert.True(tally["refused needlessly"] * 50 <= tally["refused"], tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var choices = new Tape([.. numbers.Reverse()]);
        var ledger = Engine.History(instance);
        var earlier = Worlds.Contents(ledger);
        var mustShow = MustShow(choices);
        var problem = Engine.Problem(instance, instance.Releases[^1], ledger, mustShow);
        var protection = Engine.Run(problem);
        var hidesMost = Patterns.Fill(instance, problem.Designs, ledger, (cell, _) => !problem.Designs.Any(d => Enumerable.Range(0, d.CellCount).Any(c => d.DefinitionOf(c).Equals(cell) && mustShow(d, cell))));
        if (Worlds.Broken(instance, protection.Candidate is { } made ? [.. earlier, made.Content] : [.. earlier, hidesMost]) is not { } broken)
        {
            return null;
        }

        tally.Count("judged");
        tally.Count("with a history", earlier.Count > 0);
        tally.Count("linked with a hierarchy", instance.IsLinkedAndHierarchical);
        tally.Count("primaries alone leak", Worlds.PrimariesAloneLeak(instance, problem.Designs, ledger));
        if (protection.Candidate is not { } candidate)
        {
            tally.Count("refused");
            tally.Count("refused needlessly", broken.Count == 0);
            return null;
        }

        tally.Count("certified");
        var duties = new Duties(instance.Space, instance.Persons, instance.Partners);
        var names = problem.Designs.SelectMany(d => duties.Of(d, instance.Rules)).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        Attackers.Append("pool").ToList().ForEach(a => tally.Count("certified against " + a, names.Any(n => n.Contains(a, StringComparison.Ordinal))));
        if (broken.Count > 0)
        {
            return $"certified, but [{string.Join(" | ", broken.Select(b => b.Name))}]\n{Worlds.Describe(instance, [.. earlier, candidate.Content])}";
        }

        var outcome = ReleaseVerifier.Verify(candidate, problem.Records, ledger, instance.Rules);
        return outcome.Verified is null
            ? $"not verified: {string.Join(" | ", outcome.Findings)}\n{Worlds.Describe(instance, [.. earlier, candidate.Content])}"
            : null;
    }

    /// <summary>Nothing, the totals, or some of the cells must stay shown.</summary>
    private static Func<TableDesign, CellDefinition, bool> MustShow(Tape choices)
    {
        var some = choices.Pick(10, 25, 50);
        var chosen = new Dictionary<CellDefinition, bool>();
        return choices.Next(4) switch
        {
            0 => (_, _) => false,
            1 => (_, cell) => cell.Nodes.All(n => string.Equals(n.Variable, InstanceBuilder.Quarter, StringComparison.Ordinal)),
            _ => (_, cell) => chosen.TryGetValue(cell, out var known) ? known : chosen[cell] = choices.Chance(some),
        };
    }
}
