namespace Anonymize.Contingency.Systems;

/// <summary>Counts the records of each column, of everybody and partner by partner.</summary>
internal sealed class ColumnCounter
{
    private readonly ContingencyRecords _records;
    private readonly int[] _columnOfRow;
    private readonly int _columns;

    public ColumnCounter(CellGrid grid, ContingencyRecords records, IReadOnlyList<VariableTree> trees)
    {
        _records = records;
        _columns = grid.Columns;
        _columnOfRow = new int[records.Weights.Count];
        foreach (var (v, tree) in trees.Index())
        {
            var column = records.ColumnOf(tree.Spec.Name);
            var classes = records.Values[column].Select(text => tree.PositionOf(text) is >= 0 and var leaf ? grid.Variables[v].ClassOfLeaf[leaf] : -1).ToArray();
            for (var row = 0; row < _columnOfRow.Length; row++)
            {
                _columnOfRow[row] = (_columnOfRow[row] * grid.Variables[v].Classes) + classes[records.Codes[column][row]];
            }
        }
    }

    /// <summary>[column].</summary>
    /// <exception cref="OverflowException">A sum passes 64 bits.</exception>
    public long[] All()
    {
        var values = new long[_columns];
        for (var row = 0; row < _columnOfRow.Length; row++)
        {
            ref var value = ref values[_columnOfRow[row]];
            value = checked(value + _records.Weights[row]);
        }

        return values;
    }

    /// <summary>By partner in ordinal order of names, what each column holds of theirs.</summary>
    /// <param name="column">The column of the input that names the partner.</param>
    public IReadOnlyList<Dictionary<int, long>> ByPartner(int column)
    {
        var owned = _records.Values[column].Select(_ => new Dictionary<int, long>()).ToArray();
        for (var row = 0; row < _columnOfRow.Length; row++)
        {
            if (_records.Weights[row] > 0)
            {
                var own = owned[_records.Codes[column][row]];
                own[_columnOfRow[row]] = own.GetValueOrDefault(_columnOfRow[row]) + _records.Weights[row];
            }
        }

        return [.. _records.Values[column].Zip(owned).Where(p => p.Second.Count > 0).OrderBy(p => p.First, StringComparer.Ordinal).Select(p => p.Second)];
    }
}
