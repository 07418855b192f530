using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>A variable with its leaves in ordinal order and the nodes of all its hierarchies. Where persons have several categories, leaves are sets of these, see <see cref="SetLeaves"/>.</summary>
internal sealed class VariableTree
{
    private readonly Dictionary<string, TreeNode> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _positions;

    private VariableTree(VariableSpec spec, string[] leaves, bool isComplete)
    {
        Spec = spec;
        Leaves = leaves;
        Nodes = [];
        IsComplete = isComplete;
        _positions = leaves.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
    }

    public VariableSpec Spec { get; }

    public string[] Leaves { get; }

    /// <summary>Leaves first, then coarser nodes level by level, chain by chain; a node with the leaves of another is that node and stands once.</summary>
    public List<TreeNode> Nodes { get; }

    /// <summary>Nobody can have anything else than one of the leaves. Otherwise what no alternative reaches may be reached all the same.</summary>
    public bool IsComplete { get; }

    /// <summary>The leaf that a text of the input stands for; −1 where it is none.</summary>
    public int PositionOf(string text) =>
        _positions.GetValueOrDefault(Spec.Multiple is { } delimiter ? SetLeaves.NameOf(SetLeaves.Read(text, delimiter), delimiter) : text, -1);

    /// <summary>All leaves.</summary>
    public int[] Whole => [.. Enumerable.Range(0, Leaves.Length)];

    public TreeNode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The nodes of one level, named by its column or its number; empty where there is no such level.</summary>
    public IEnumerable<TreeNode> Level(string level) =>
        Nodes.Where(n => string.Equals(n.LevelName, level, StringComparison.Ordinal)
            || string.Equals(n.Level.ToString(System.Globalization.CultureInfo.InvariantCulture), level, StringComparison.Ordinal));

    /// <summary>[leaf] codes of the categories that hold it, besides itself.</summary>
    public string[][] Groups()
    {
        var groups = Leaves.Select(_ => new List<string>()).ToArray();
        foreach (var node in Nodes.Where(n => n.Level > 0 || Spec.Multiple is not null))
        {
            foreach (var leaf in node.Leaves)
            {
                groups[leaf].Add(node.Code);
            }
        }

        return [.. groups.Select(g => g.ToArray())];
    }

    /// <param name="spec">The variable.</param>
    /// <param name="records">Holds its column and those of its parents.</param>
    /// <param name="hierarchy">Rows of the hierarchy file, leaf first, where the specification names one.</param>
    /// <param name="faults">What is wrong is added.</param>
    /// <returns>The tree; null with faults.</returns>
    public static VariableTree? Build(VariableSpec spec, ContingencyRecords records, IReadOnlyList<string[]>? hierarchy, List<InputFault> faults)
    {
        var before = faults.Count;
        var column = records.ColumnOf(spec.Name);
        if (column < 0)
        {
            faults.Add(new InputFault(InputFaultKind.ColumnMissing, spec.Name, 1));
            return null;
        }

        string[][] occurring = [.. Occurring(records, column).Select(text => spec.Multiple is { } delimiter ? SetLeaves.Read(text, delimiter) : [text])];
        var named = occurring.SelectMany(s => s).ToHashSet(StringComparer.Ordinal);
        var chains = hierarchy is null ? ChainsOf(spec, records, column, faults) : ChainsOf(spec, hierarchy, named, faults);
        string[] categories = [.. (hierarchy is null ? named : named.Union(hierarchy.Select(h => h[0]), StringComparer.Ordinal)).Order(StringComparer.Ordinal)];
        Report(InputFaultKind.EmptyCode, categories.Count(l => l.Length == 0));
        if (spec.Multiple is { } between && hierarchy?.Count(h => !SetLeaves.IsOne(h[0], between)) is > 0 and var unreadable)
        {
            Report(InputFaultKind.NotOneCategory, unreadable);
            return null;
        }

        Report(InputFaultKind.TooManyCategories, occurring.Count(s => spec.AtMost > 0 && s.Length > spec.AtMost));
        var (sets, isComplete) = spec.Multiple is null ? (categories.Select(c => (string[])[c]).ToArray(), true) : SetLeaves.Of(occurring, categories, spec.AtMost);
        var leaves = sets.Select(s => (Name: SetLeaves.NameOf(s, spec.Multiple ?? ""), Categories: s)).OrderBy(s => s.Name, StringComparer.Ordinal).ToArray();
        var tree = new VariableTree(spec, [.. leaves.Select(l => l.Name)], isComplete);
        var holding = leaves.Index().SelectMany(l => l.Item.Categories.Select(c => (Category: c, Leaf: l.Index))).ToLookup(l => l.Category, l => l.Leaf, StringComparer.Ordinal);
        foreach (var category in categories)
        {
            tree.Add(new TreeNode(category, 0, spec.Name, [.. holding[category]]), faults);
        }

        foreach (var chain in chains)
        {
            foreach (var (level, (name, parents)) in chain.Index())
            {
                foreach (var group in parents.GroupBy(p => p.Value, p => p.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
                {
                    tree.Add(new TreeNode(group.Key, level + 1, name, [.. group.SelectMany(c => holding[c]).Distinct().Order()]), faults);
                }
            }
        }

        return faults.Count > before ? null : tree;

        void Report(InputFaultKind kind, int count)
        {
            if (count > 0)
            {
                faults.Add(new InputFault(kind, spec.Name, count));
            }
        }
    }

    private void Add(TreeNode node, List<InputFault> faults)
    {
        if (node.Code is "Total")
        {
            faults.Add(new InputFault(InputFaultKind.ReservedName, Spec.Name, 1));
        }
        else if (_byCode.TryGetValue(node.Code, out var known))
        {
            if (!known.Leaves.AsSpan().SequenceEqual(node.Leaves))
            {
                faults.Add(new InputFault(InputFaultKind.CodeTwice, Spec.Name, 1));
            }
        }
        else
        {
            _byCode.Add(node.Code, node);
            Nodes.Add(node);
        }
    }

    private static HashSet<string> Occurring(ContingencyRecords records, int column)
    {
        var used = new bool[records.Values[column].Count];
        foreach (var code in records.Codes[column])
        {
            used[code] = true;
        }

        return records.Values[column].Where((_, i) => used[i]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Chains from columns: for each level the parent of every leaf. A parent must have one parent itself.</summary>
    private static List<List<(string Name, Dictionary<string, string> Parents)>> ChainsOf(VariableSpec spec, ContingencyRecords records, int column, List<InputFault> faults)
    {
        var chains = new List<List<(string, Dictionary<string, string>)>>();
        foreach (var names in spec.Parents)
        {
            var chain = new List<(string, Dictionary<string, string>)>();
            var finer = column;
            foreach (var name in names)
            {
                var coarser = records.ColumnOf(name);
                if (coarser < 0)
                {
                    faults.Add(new InputFault(InputFaultKind.ColumnMissing, name, 1));
                    break;
                }

                CheckNested(records, finer, coarser, name, faults);
                chain.Add((name, Mapping(records, column, coarser)));
                finer = coarser;
            }

            chains.Add(chain);
        }

        return chains;
    }

    private static void CheckNested(ContingencyRecords records, int finer, int coarser, string name, List<InputFault> faults)
    {
        var parent = new int[records.Values[finer].Count];
        var twice = new HashSet<int>();
        Array.Fill(parent, -1);
        for (var row = 0; row < records.Weights.Count; row++)
        {
            ref var known = ref parent[records.Codes[finer][row]];
            var here = records.Codes[coarser][row];
            if (known >= 0 && known != here)
            {
                twice.Add(records.Codes[finer][row]);
            }

            known = here;
        }

        if (twice.Count > 0)
        {
            faults.Add(new InputFault(InputFaultKind.TwoParents, name, twice.Count));
        }
    }

    private static Dictionary<string, string> Mapping(ContingencyRecords records, int leaf, int parent)
    {
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<long>();
        for (var row = 0; row < records.Weights.Count; row++)
        {
            var (from, to) = (records.Codes[leaf][row], records.Codes[parent][row]);
            if (seen.Add(((long)from << 32) | (uint)to))
            {
                mapping[records.Values[leaf][from]] = records.Values[parent][to];
            }
        }

        return mapping;
    }

    private static List<List<(string Name, Dictionary<string, string> Parents)>> ChainsOf(
        VariableSpec spec, IReadOnlyList<string[]> hierarchy, HashSet<string> occurring, List<InputFault> faults)
    {
        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var depth = hierarchy.Count == 0 ? 0 : hierarchy.Max(h => h.Length);
        foreach (var row in hierarchy)
        {
            if (row.Length != depth || !known.TryAdd(row[0], row))
            {
                faults.Add(new InputFault(InputFaultKind.TwoParents, spec.Name, 1));
                return [];
            }
        }

        var missing = occurring.Count(o => !known.ContainsKey(o));
        if (missing > 0)
        {
            faults.Add(new InputFault(InputFaultKind.NotInHierarchy, spec.Name, missing));
            return [];
        }

        var chain = new List<(string, Dictionary<string, string>)>();
        for (var level = 1; level < depth; level++)
        {
            var (finer, coarser) = (level - 1, level);
            var split = hierarchy.GroupBy(h => h[finer], StringComparer.Ordinal).Count(g => g.Select(h => h[coarser]).Distinct(StringComparer.Ordinal).Skip(1).Any());
            if (split > 0)
            {
                faults.Add(new InputFault(InputFaultKind.TwoParents, spec.Name, split));
                return [];
            }

            // A level where everything is one node says what the Total says.
            var parents = hierarchy.ToDictionary(h => h[0], h => h[coarser], StringComparer.Ordinal);
            if (parents.Values.Distinct(StringComparer.Ordinal).Skip(1).Any() || level < depth - 1)
            {
                chain.Add(("", parents));
            }
        }

        return [chain];
    }
}
