using Publication.Tables;

namespace Anonymize.Tests.Oracle;

/// <summary>
/// Every kind of person that can exist: one leaf for each variable, less what is declared impossible. A region is a set of kinds, as bits.
/// </summary>
internal sealed class AtomSpace
{
    private const int Most = 128;

    private readonly IReadOnlyList<Variable> _variables;

    private AtomSpace(IReadOnlyList<Variable> variables, IReadOnlyList<int[]> atoms)
    {
        _variables = variables;
        Atoms = atoms;
    }

    public IReadOnlyList<int[]> Atoms { get; }

    public UInt128 Everyone => Atoms.Count == Most ? UInt128.MaxValue : (UInt128.One << Atoms.Count) - 1;

    public static AtomSpace Of(IReadOnlyList<Variable> variables, IEnumerable<ImpossibleCombination> impossible)
    {
        var combinations = impossible.ToArray();
        var atoms = new List<int[]> { Array.Empty<int>() };
        foreach (var variable in variables)
        {
            atoms = [.. atoms.SelectMany(a => Enumerable.Range(0, variable.Leaves.Count).Select(leaf => (int[])[.. a, leaf]))];
        }

        atoms.RemoveAll(a => combinations.Any(c => c.Nodes.All(n => LiesIn(variables, a, n))));
        return atoms.Count <= Most ? new AtomSpace(variables, atoms) : throw new InvalidOperationException("Too many kinds of persons for the brute force.");
    }

    /// <summary>The kinds that lie in all of the nodes.</summary>
    public UInt128 Region(IEnumerable<Node> nodes)
    {
        var wanted = nodes.ToArray();
        var region = UInt128.Zero;
        for (var a = 0; a < Atoms.Count; a++)
        {
            if (wanted.All(n => LiesIn(_variables, Atoms[a], n)))
            {
                region |= UInt128.One << a;
            }
        }

        return region;
    }

    /// <summary>The kind of a person.</summary>
    public int KindOf(Person person)
    {
        for (var a = 0; a < Atoms.Count; a++)
        {
            if (Atoms[a].AsSpan().SequenceEqual(person.Leaves))
            {
                return a;
            }
        }

        throw new InvalidOperationException("An impossible person.");
    }

    private static bool LiesIn(IReadOnlyList<Variable> variables, int[] atom, Node node)
    {
        for (var v = 0; v < variables.Count; v++)
        {
            if (string.Equals(variables[v].Name, node.Variable, StringComparison.Ordinal))
            {
                return node.Leaves.Contains(variables[v].Leaves[atom[v]].Code, StringComparer.Ordinal);
            }
        }

        throw new InvalidOperationException("An unknown variable.");
    }
}
