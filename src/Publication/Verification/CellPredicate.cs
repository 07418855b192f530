using Publication.Tables;

namespace Publication.Verification;

/// <summary>Tells for an atom whether a cell counts it. Compiled from the definition against the variables of a record view.</summary>
internal sealed class CellPredicate
{
    private readonly (int Variable, bool[] Leaves)[] _nodes;

    private CellPredicate((int Variable, bool[] Leaves)[] nodes) => _nodes = nodes;

    /// <summary>Null where the definition names a variable or a leaf that the view lacks: the view cannot recount it.</summary>
    public static CellPredicate? Compile(IEnumerable<Node> nodes, RecordView view)
    {
        var compiled = new List<(int, bool[])>();
        foreach (var node in nodes)
        {
            var variable = view.VariableIndex(node.Variable);
            if (variable < 0)
            {
                return null;
            }

            var leaves = new bool[view.Variables[variable].Leaves.Count];
            foreach (var leaf in node.Leaves)
            {
                var at = view.Variables[variable].IndexOf(leaf);
                if (at < 0)
                {
                    return null;
                }

                leaves[at] = true;
            }

            compiled.Add((variable, leaves));
        }

        return new CellPredicate([.. compiled]);
    }

    public bool Contains(int[] atom)
    {
        foreach (var (variable, leaves) in _nodes)
        {
            if (!leaves[atom[variable]])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Sum of weights over the atoms of the cell.</summary>
    public int Count(int[][] atoms, int[] weights)
    {
        var sum = 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            if (Contains(atoms[i]))
            {
                sum = checked(sum + weights[i]);
            }
        }

        return sum;
    }
}
