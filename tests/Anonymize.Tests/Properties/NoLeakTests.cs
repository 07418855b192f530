using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// The publication cannot tell the truth from a witness: with a witness in place of the truth, and the pattern held, every published byte is the same.
/// </summary>
public sealed class NoLeakTests
{
    [Fact]
    public void WitnessInPlaceOfTheTruth_PublishesTheSameBytes()
    {
        var tally = Trials.Run(500, firstSeed: 500_001, Fault);

        Assert.True(tally["witnesses swapped in"] >= 2_000, tally.ToString());
    }

    private static string? Fault(int[] numbers, Tally tally)
    {
        var instance = InstanceBuilder.From(numbers);
        var ledger = Engine.History(instance);
        if (Engine.Run(Engine.Problem(instance, instance.Releases[^1], ledger)).Candidate is not { } candidate)
        {
            return null;
        }

        var hidden = candidate.Content.Tables.SelectMany(HiddenIn).ToHashSet();
        var published = ReleaseSerializer.Write(candidate.Content);
        foreach (var witness in candidate.Certificate.Witnesses[Instance.Population])
        {
            var swapped = instance.With(Swap(instance.Persons, witness.Atoms, witness.Deltas));
            tally.Count("witnesses swapped in");
            var content = Patterns.Fill(swapped, instance.Releases[^1], Ledger.Empty, (cell, _) => hidden.Contains(cell));
            if (!ReleaseSerializer.Write(content).AsSpan().SequenceEqual(published))
            {
                return $"told apart\n{Worlds.Describe(instance, [candidate.Content])}\n{Worlds.Describe(swapped, [content])}";
            }

            var earlier = ledger.Entries.Select(e => Patterns.Fill(swapped, [.. e.Content.Tables.Select(t => t.Design)], Ledger.Empty, (cell, _) => e.Content.Tables.SelectMany(HiddenIn).Contains(cell)));
            if (earlier.Zip(ledger.Entries, (now, then) => ReleaseSerializer.Write(now).AsSpan().SequenceEqual(ReleaseSerializer.Write(then.Content))).Contains(false)
                && ledger.Entries.SelectMany(e => e.Content.Tables).Any(t => instance.Releases[^1].Any(r => r.Where.Count == 0 || r.Where[0].Equals(t.Design.Where[0]))))
            {
                return $"told apart from an earlier release\n{Worlds.Describe(instance, [.. Worlds.Contents(ledger), candidate.Content])}";
            }
        }

        return null;
    }

    private static List<Person> Swap(IReadOnlyList<Person> persons, int[][] atoms, int[] deltas)
    {
        var swapped = persons.ToList();
        for (var i = 0; i < atoms.Length; i++)
        {
            for (var less = deltas[i]; less < 0; less++)
            {
                swapped.Remove(swapped.First(p => p.Leaves.AsSpan().SequenceEqual(atoms[i])));
            }

            swapped.AddRange(Enumerable.Repeat(new Person(atoms[i], new bool[persons.Count == 0 ? 0 : persons[0].KnownTo.Length]), Math.Max(deltas[i], 0)));
        }

        return swapped;
    }

    private static IEnumerable<CellDefinition> HiddenIn(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Where(c => !table.Cells[c].IsShown).Select(table.Design.DefinitionOf);
}
