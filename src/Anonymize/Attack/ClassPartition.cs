using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>
/// The common refinement of all nodes that any cell mentions: leaves that no cell tells apart are one class. Classes are numbered in the
/// order of their first leaf.
/// </summary>
internal sealed class ClassPartition
{
    private readonly int[][] _classOf;
    private readonly int[][] _firstLeaf;

    public ClassPartition(RecordView view, IEnumerable<Node> nodes)
    {
        var byVariable = nodes.Distinct().ToLookup(n => n.Variable, StringComparer.Ordinal);
        _classOf = new int[view.Variables.Count][];
        _firstLeaf = new int[view.Variables.Count][];
        for (var v = 0; v < view.Variables.Count; v++)
        {
            var variable = view.Variables[v];
            var sets = byVariable[variable.Name].Select(n => n.Leaves.ToHashSet(StringComparer.Ordinal)).ToArray();
            var classes = new Dictionary<string, int>(StringComparer.Ordinal);
            var first = new List<int>();
            _classOf[v] = new int[variable.Leaves.Count];
            for (var leaf = 0; leaf < variable.Leaves.Count; leaf++)
            {
                var signature = string.Concat(sets.Select(s => s.Contains(variable.Leaves[leaf].Code) ? '1' : '0'));
                if (!classes.TryGetValue(signature, out var index))
                {
                    index = classes.Count;
                    classes.Add(signature, index);
                    first.Add(leaf);
                }

                _classOf[v][leaf] = index;
            }

            _firstLeaf[v] = [.. first];
        }
    }

    public int Count(int variable) => _firstLeaf[variable].Length;

    public int ClassOf(int variable, int leaf) => _classOf[variable][leaf];

    /// <summary>A leaf that stands for the class.</summary>
    public int Representative(int variable, int index) => _firstLeaf[variable][index];
}
