namespace Anonymize.Contingency.Systems;

/// <summary>
/// All cells over the joint of some variables: every combination of classes (the columns: what an alternative population may change), and coarser cells as
/// they are asked for, each defined once by finer ones. A cell is its definition: two tables that show the same one have it in common, and
/// whatever is known about its columns holds everywhere. With all columns present, one relation for each coarser cell says everything
/// (disclosure control, atoms and cells).
/// </summary>
internal sealed class CellGrid
{
    /// <summary>Columns that a system may have.</summary>
    public const long Limit = 4_000_000;

    private readonly Dictionary<long, int> _ids = [];
    private readonly List<long> _keys = [];
    private readonly List<Relation> _relations = [];
    private readonly List<int> _relationOf = [];
    private readonly long[] _radix;
    private readonly int[] _decomposed;

    public CellGrid(IReadOnlyList<GridVariable> variables)
    {
        Variables = variables;
        _radix = new long[variables.Count];
        var stride = 1L;
        for (var v = variables.Count - 1; v >= 0; v--)
        {
            _radix[v] = stride;
            stride = checked(stride * variables[v].Count);
        }

        // The variable with most levels is taken apart first: a table with one hierarchy then is a network.
        _decomposed = [.. Enumerable.Range(0, variables.Count).OrderByDescending(v => variables[v].Count - variables[v].Classes).ThenBy(v => v)];
        var nodes = new int[variables.Count];
        do
        {
            AddKey(KeyOf(nodes));
        }
        while (Advance(nodes));
        Columns = _keys.Count;
    }

    public IReadOnlyList<GridVariable> Variables { get; }

    /// <summary>Cells 0..Columns − 1 are the columns, the last variable running fastest.</summary>
    public int Columns { get; }

    public int Count => _keys.Count;

    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Number of columns of such variables; more than <see cref="Limit"/> where there are too many.</summary>
    public static long ColumnsOf(IReadOnlyList<GridVariable> variables)
    {
        var columns = 1L;
        foreach (var variable in variables)
        {
            columns = columns > Limit ? columns : columns * variable.Classes;
        }

        return columns;
    }

    /// <summary>The cell of these nodes, one for each variable; made, with what defines it, where it is new.</summary>
    public int Cell(int[] nodes)
    {
        var key = KeyOf(nodes);
        if (_ids.TryGetValue(key, out var known))
        {
            return known;
        }

        var cell = AddKey(key);
        var along = Along(nodes, key);
        var finer = (int[])nodes.Clone();
        var parts = new List<int>();
        foreach (var part in Variables[along].Parts[nodes[along]])
        {
            finer[along] = part;
            parts.Add(Cell(finer));
        }

        _relationOf[cell] = _relations.Count;
        _relations.Add(new Relation(cell, [.. parts]));
        return cell;
    }

    /// <summary>The cell of these nodes, or −1.</summary>
    public int Find(long key) => _ids.GetValueOrDefault(key, -1);

    public long KeyOf(int[] nodes)
    {
        var key = 0L;
        for (var v = 0; v < nodes.Length; v++)
        {
            key += nodes[v] * _radix[v];
        }

        return key;
    }

    public long Radix(int variable) => _radix[variable];

    public int[] NodesOf(int cell)
    {
        var nodes = new int[Variables.Count];
        var rest = _keys[cell];
        for (var v = 0; v < nodes.Length; v++)
        {
            nodes[v] = (int)(rest / _radix[v]);
            rest %= _radix[v];
        }

        return nodes;
    }

    /// <summary>Values of all cells from those of the columns.</summary>
    /// <exception cref="OverflowException">A sum passes 64 bits.</exception>
    public long[] Sum(long[] columns)
    {
        var values = new long[Count];
        columns.CopyTo(values, 0);
        for (var cell = Columns; cell < Count; cell++)
        {
            Value(cell);
        }

        return values;

        long Value(int cell)
        {
            // Parts may have been made after their whole.
            if (cell >= Columns && values[cell] == 0)
            {
                foreach (var part in _relations[_relationOf[cell]].Parts)
                {
                    values[cell] = checked(values[cell] + Value(part));
                }
            }

            return values[cell];
        }
    }

    /// <summary>The variable to take a cell apart by: one whose finer cells are all there, so that no cell is made that nobody prints.</summary>
    private int Along(int[] nodes, long key)
    {
        var first = -1;
        foreach (var v in _decomposed)
        {
            if (IsClass(v, nodes))
            {
                continue;
            }

            if (Variables[v].Parts[nodes[v]].All(p => _ids.ContainsKey(key + ((p - nodes[v]) * _radix[v]))))
            {
                return v;
            }

            first = first < 0 ? v : first;
        }

        return first;
    }

    private bool IsClass(int variable, int[] nodes) => nodes[variable] < Variables[variable].Classes;

    private int AddKey(long key)
    {
        _ids.Add(key, _keys.Count);
        _keys.Add(key);
        _relationOf.Add(-1);
        return _keys.Count - 1;
    }

    private bool Advance(int[] nodes)
    {
        for (var v = nodes.Length - 1; v >= 0; v--)
        {
            if (++nodes[v] < Variables[v].Classes)
            {
                return true;
            }

            nodes[v] = 0;
        }

        return false;
    }
}
