using Publication.Tables;

namespace Publication.Verification;

/// <summary>Who can exist at all, as far as the declared impossibilities go.</summary>
internal sealed class Possibility(IReadOnlyList<Variable> variables, IReadOnlyList<ImpossibleCombination> impossible)
{
    /// <summary>True where somebody could lie in <paramref name="whole"/> and not in <paramref name="part"/>.</summary>
    public bool Allows(CellDefinition whole, CellDefinition part) => Extends(new string?[variables.Count], 0, whole, part);

    /// <summary>Gives the variables from <paramref name="at"/> on a leaf each. A variable that nobody mentions is left out.</summary>
    private bool Extends(string?[] person, int at, CellDefinition whole, CellDefinition part)
    {
        if (at == variables.Count)
        {
            return !LiesIn(person, part.Nodes) && !impossible.Any(i => LiesIn(person, i.Nodes));
        }

        if (!whole.Nodes.Concat(part.Nodes).Concat(impossible.SelectMany(i => i.Nodes)).Any(n => IsAbout(n, at)))
        {
            return Extends(person, at + 1, whole, part);
        }

        foreach (var leaf in variables[at].Leaves)
        {
            person[at] = leaf.Code;
            if (whole.Nodes.All(n => !IsAbout(n, at) || n.Leaves.Contains(leaf.Code, StringComparer.Ordinal)) && Extends(person, at + 1, whole, part))
            {
                return true;
            }
        }

        return false;
    }

    private bool LiesIn(string?[] person, IReadOnlyList<Node> nodes)
    {
        for (var v = 0; v < person.Length; v++)
        {
            foreach (var node in nodes)
            {
                if (IsAbout(node, v) && !node.Leaves.Contains(person[v], StringComparer.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool IsAbout(Node node, int variable) => string.Equals(node.Variable, variables[variable].Name, StringComparison.Ordinal);
}
