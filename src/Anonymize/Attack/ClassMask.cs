using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>A conjunction of nodes over the classes of a partition.</summary>
internal sealed class ClassMask
{
    private readonly bool[][] _classes;

    private ClassMask(int[] variables, bool[][] classes)
    {
        Variables = variables;
        _classes = classes;
    }

    public int[] Variables { get; }

    public static ClassMask Of(IReadOnlyList<Node> nodes, RecordView view, ClassPartition partition)
    {
        var variables = nodes.Select(n => view.VariableIndex(n.Variable)).ToArray();
        var classes = new bool[nodes.Count][];
        for (var i = 0; i < nodes.Count; i++)
        {
            classes[i] = new bool[partition.Count(variables[i])];
            foreach (var leaf in nodes[i].Leaves)
            {
                var at = view.Variables[variables[i]].IndexOf(leaf);
                if (at >= 0)
                {
                    classes[i][partition.ClassOf(variables[i], at)] = true;
                }
            }
        }

        return new ClassMask(variables, classes);
    }

    /// <summary>Classes of one of the mask's variables.</summary>
    public bool[] ClassesOf(int variable) => _classes[Array.IndexOf(Variables, variable)];

    /// <summary>Tells whether a combination of classes, given for the variables of a clique that holds all of the mask's, lies in it.</summary>
    public bool Contains(int[] cliqueVariables, int[] classes)
    {
        for (var i = 0; i < Variables.Length; i++)
        {
            // Where a variable does not matter, no cell that mentions it counts the person.
            if (classes[Array.IndexOf(cliqueVariables, Variables[i])] is var index && (index == Relevance.Any || !_classes[i][index]))
            {
                return false;
            }
        }

        return true;
    }
}
