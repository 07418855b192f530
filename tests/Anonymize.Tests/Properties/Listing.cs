using Anonymize.Tests.Oracle;
using Publication.Releases;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>The brute force's populations as witnesses: all of them, one atom apart from the next.</summary>
internal static class Listing
{
    /// <summary>Above every count a rule with k = 3 asks for.</summary>
    private const int Many = 8;

    /// <summary>Null where there are more than the limit.</summary>
    public static IReadOnlyList<Witness>? Witnesses(Instance instance, IReadOnlyList<ReleaseContent> releases, int limit)
    {
        var space = instance.Space;
        var facts = PublicFacts.Of(space, releases, instance.Background);
        if (Alternatives.List(space.Everyone, facts, Enumerable.Range(0, space.Atoms.Count).Select(a => UInt128.One << a), limit) is not { } alternatives)
        {
            return null;
        }

        var kinds = instance.Persons.Select(space.KindOf).ToArray();
        var truth = Enumerable.Range(0, space.Atoms.Count).Select(a => kinds.Count(k => k == a)).ToArray();
        var open = Enumerable.Range(0, alternatives.Groups.Count).Where(g => alternatives.IsOpen[g]).ToArray();
        var variants = Variants(instance, kinds, truth, [.. open.Select(g => AtomOf(alternatives, g))]);
        return (long)variants.Count * alternatives.Populations.Count > limit
            ? null
            : [.. alternatives.Populations.SelectMany(p => variants.Select(v => Change(space, truth, alternatives, p, v)))];
    }

    /// <summary>
    /// Open atoms may hold any number; enough of them to reach every end a rule can ask for: nobody, each partner's own or the truth, and beside
    /// it one or many more in one atom.
    /// </summary>
    private static List<int[]> Variants(Instance instance, int[] kinds, int[] truth, int[] open)
    {
        var bases = Enumerable.Range(0, instance.Partners)
            .Select(p => truth.Select((_, a) => open.Contains(a) ? instance.Persons.Where((person, i) => person.KnownTo[p] && kinds[i] == a).Count() : 0).ToArray())
            .Append(new int[truth.Length])
            .Append([.. truth.Select((t, a) => open.Contains(a) ? t : 0)]);
        return [.. bases.SelectMany(b => open.SelectMany(a => new[] { With(b, a, 1), With(b, a, Many) }).Prepend(b)).DistinctBy(v => string.Join(',', v))];
    }

    private static int[] With(int[] counts, int atom, int more)
    {
        var changed = counts.ToArray();
        changed[atom] += more;
        return changed;
    }

    private static Witness Change(AtomSpace space, int[] truth, Alternatives alternatives, int[] population, int[] variant)
    {
        var delta = variant.Zip(truth, (v, t) => v - t).ToArray();
        for (var g = 0; g < population.Length; g++)
        {
            delta[AtomOf(alternatives, g)] += population[g];
        }

        var changed = Enumerable.Range(0, delta.Length).Where(a => delta[a] != 0).ToArray();
        return new Witness([.. changed.Select(a => space.Atoms[a])], [.. changed.Select(a => delta[a])]);
    }

    private static int AtomOf(Alternatives alternatives, int group) => (int)UInt128.TrailingZeroCount(alternatives.Groups[group]);
}
