using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>
/// The linear system of an attacker on one population: unknown whole numbers of persons per column, a row for every cell that is printed,
/// guarded or published earlier, and for every junction of cliques the rows that make them agree. Independent of what is hidden:
/// a pattern only says which rows are known.
/// </summary>
internal sealed class AttackSystem
{
    private readonly Dictionary<CellDefinition, CellRow> _rows = [];
    private readonly Dictionary<AtomKey, int>[] _columnOf;
    private readonly Relevance _relevance;
    private readonly ClassMask[] _forbidden;

    private AttackSystem(
        RecordView view, ClassPartition classes, CliqueTree tree, Relevance relevance, ClassMask[] forbidden, Column[] columns, Dictionary<AtomKey, int>[] columnOf)
    {
        _forbidden = forbidden;
        View = view;
        Classes = classes;
        Tree = tree;
        _relevance = relevance;
        Columns = columns;
        _columnOf = columnOf;
    }

    public RecordView View { get; }

    public ClassPartition Classes { get; }

    /// <summary>Leaves of a person who may exist.</summary>
    public int[] Somebody { get; private set; } = [];

    public CliqueTree Tree { get; }

    public Column[] Columns { get; }

    /// <summary>Rows that make a clique (plus) and its parent (minus) agree on a separator value.</summary>
    public List<(int[] Plus, int[] Minus)> Junctions { get; } = [];

    public IReadOnlyDictionary<CellDefinition, CellRow> Rows => _rows;

    /// <param name="view">The records.</param>
    /// <param name="cells">Every cell that may become a fact or carries a requirement.</param>
    /// <param name="impossible">Declared impossible combinations.</param>
    public static AttackSystem Build(RecordView view, IReadOnlyCollection<CellDefinition> cells, IReadOnlyCollection<ImpossibleCombination> impossible)
    {
        var restrictions = cells.Select(c => Restricting(c.Nodes, view)).ToArray();
        var combinations = impossible.Select(i => Restricting(i.Nodes, view)).ToArray();
        var classes = new ClassPartition(view, restrictions.Concat(combinations).SelectMany(n => n));
        var scopes = restrictions.Concat(combinations).Select(nodes => nodes.Select(n => view.VariableIndex(n.Variable)).ToArray());
        var tree = CliqueTree.Build(scopes);
        var forbidden = combinations.Select(nodes => ClassMask.Of(nodes, view, classes)).ToArray();
        var masks = cells.Select((c, i) => (Cell: c, Mask: ClassMask.Of(restrictions[i], view, classes))).ToArray();
        var relevance = new Relevance([.. masks.Select(m => m.Mask)], tree);
        var home = masks.Select(m => HomeOf(m.Mask, tree)).ToArray();

        var columns = new List<Column>();
        var columnOf = new Dictionary<AtomKey, int>[tree.Cliques.Length];
        for (var c = 0; c < tree.Cliques.Length; c++)
        {
            var local = Enumerable.Range(0, masks.Length).Where(i => home[i] == c).Select(i => masks[i].Mask).ToArray();
            columnOf[c] = ColumnMerging.Merge(c, tree, classes, local, forbidden, relevance, columns);
        }

        var system = new AttackSystem(view, classes, tree, relevance, forbidden, [.. columns], columnOf);
        system.Somebody = SomebodyPossible.In(view, impossible);
        system.CountTruth();
        for (var i = 0; i < masks.Length; i++)
        {
            var members = columns.Index().Where(k => k.Item.Clique == home[i] && masks[i].Mask.Contains(tree.Cliques[home[i]], k.Item.Classes)).Select(k => k.Index).ToArray();
            system._rows.TryAdd(masks[i].Cell, new CellRow(masks[i].Cell, members, members.Sum(m => columns[m].Truth)));
        }

        system.AddJunctions();
        return system;
    }

    /// <summary>The column of a person with these leaves, in a clique; −1 for an impossible person.</summary>
    public int ColumnOf(int clique, int[] atom)
    {
        var variables = Tree.Cliques[clique];
        var classes = new int[variables.Length];
        for (var i = 0; i < variables.Length; i++)
        {
            classes[i] = Classes.ClassOf(variables[i], atom[variables[i]]);
        }

        _relevance.Canonical(variables, classes);
        return _columnOf[clique].GetValueOrDefault(new AtomKey(classes), -1);
    }

    /// <summary>Tells whether a declared combination says that nobody can have these leaves.</summary>
    public bool IsImpossible(int[] leaves) => Array.Exists(_forbidden, f => Array.TrueForAll(f.Variables, v => f.ClassesOf(v)[Classes.ClassOf(v, leaves[v])]));

    /// <summary>A change of whole persons → the move of columns that it makes.</summary>
    public Move MoveOf(Witness witness)
    {
        var changes = new Dictionary<int, int>();
        for (var i = 0; i < witness.Atoms.Length; i++)
        {
            for (var c = 0; c < Tree.Cliques.Length; c++)
            {
                if (ColumnOf(c, witness.Atoms[i]) is >= 0 and var column)
                {
                    changes[column] = changes.GetValueOrDefault(column) + witness.Deltas[i];
                }
            }
        }

        return new Move(changes.Select(c => (c.Key, c.Value)));
    }

    /// <summary>Number of persons per column for the given weights of the atoms.</summary>
    public int[] Weigh(int[] weights)
    {
        var sums = new int[Columns.Length];
        for (var i = 0; i < View.Atoms.Length; i++)
        {
            for (var c = 0; weights[i] > 0 && c < Tree.Cliques.Length; c++)
            {
                var column = ColumnOf(c, View.Atoms[i]);
                if (column >= 0)
                {
                    sums[column] += weights[i];
                }
            }
        }

        return sums;
    }

    /// <summary>Nodes that leave somebody out; a year's four quarters, in records of that year, restrict nothing.</summary>
    private static Node[] Restricting(IEnumerable<Node> nodes, RecordView view) =>
        [.. nodes.Where(n => view.Variables[view.VariableIndex(n.Variable)].Leaves.Any(l => !n.Leaves.Contains(l.Code, StringComparer.Ordinal)))];

    private static int HomeOf(ClassMask mask, CliqueTree tree) => Array.FindIndex(tree.Cliques, c => mask.Variables.All(c.Contains));

    private void CountTruth()
    {
        var truth = Weigh(View.Counts);
        for (var j = 0; j < truth.Length; j++)
        {
            Columns[j].Truth = truth[j];
        }
    }

    private void AddJunctions()
    {
        for (var c = 1; c < Tree.Cliques.Length; c++)
        {
            var separator = Tree.Separators[c];
            var plus = GroupBySeparator(c, separator);
            var minus = GroupBySeparator(Tree.Parents[c], separator);
            foreach (var key in plus.Keys.Union(minus.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Junctions.Add(([.. plus.GetValueOrDefault(key, [])], [.. minus.GetValueOrDefault(key, [])]));
            }
        }
    }

    private Dictionary<string, List<int>> GroupBySeparator(int clique, int[] separator)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var j = 0; j < Columns.Length; j++)
        {
            if (Columns[j].Clique == clique)
            {
                var key = SeparatorKey(j, separator);
                if (!groups.TryGetValue(key, out var list))
                {
                    groups.Add(key, list = []);
                }

                list.Add(j);
            }
        }

        return groups;
    }

    /// <summary>Separator value of a column, as text.</summary>
    public string SeparatorKey(int column, int[] separator)
    {
        var variables = Tree.Cliques[Columns[column].Clique];
        return string.Join(',', separator.Select(v => Columns[column].Classes[Array.IndexOf(variables, v)]));
    }
}
