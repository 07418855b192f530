using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Releases;

namespace Anonymize.Tests.Properties;

/// <summary>
/// §11.11: the publication cannot tell the truth from a witness. With a witness in place of the truth, and the pattern held, every published
/// byte is the same, of this release and of the earlier ones it is linked to.
/// </summary>
internal static class WitnessForTruth
{
    public static string? Fault(Judged judged, Tally tally)
    {
        var instance = judged.Instance;
        var isLinked = judged.Problem.Designs.Any(d => d.Where.Count == 0);
        ReleaseContent[] releases = [.. isLinked ? Worlds.Contents(judged.Ledger) : [], judged.Content];
        var bytes = releases.Select(ReleaseSerializer.Write).ToArray();
        foreach (var witness in judged.Candidate.Certificate.Witnesses[Instance.Population])
        {
            var swapped = instance.With(Swap(instance.Persons, witness.Atoms, witness.Deltas));
            tally.Count("witnesses swapped in");
            for (var r = 0; r < releases.Length; r++)
            {
                var hidden = Judged.Hidden(releases[r]).ToHashSet();
                var content = Patterns.Fill(swapped, [.. releases[r].Tables.Select(t => t.Design)], Ledger.Empty, (cell, _) => hidden.Contains(cell));
                if (!ReleaseSerializer.Write(content).AsSpan().SequenceEqual(bytes[r]))
                {
                    return $"told apart\n{judged.Describe()}\n{Worlds.Describe(swapped, [content])}";
                }
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
}
