namespace Publication.Tabulations;

/// <summary>Tells in which cells of a table somebody with given leaves is counted.</summary>
internal sealed class TableCounter
{
    private readonly TabulatedTable _table;
    private readonly HashSet<int>?[] _population;
    private readonly Dictionary<int, int[]>[] _categories;

    public TableCounter(TabulatedTable table)
    {
        _table = table;
        _population = [.. table.Population.Select((p, v) => table.By.Contains(v) ? null : p.ToHashSet())];
        _categories = [.. table.Categories.Select(c => c.Index()
            .SelectMany(x => x.Item.Select(leaf => (Leaf: leaf, Category: x.Index)))
            .GroupBy(x => x.Leaf)
            .ToDictionary(g => g.Key, g => g.Select(x => x.Category).ToArray()))];
    }

    /// <summary>Positions of the cells; none where the table does not count such a combination.</summary>
    public int[] CellsOf(int[] atom)
    {
        for (var v = 0; v < _population.Length; v++)
        {
            if (_population[v]?.Contains(atom[v]) == false)
            {
                return [];
            }
        }

        int[] cells = [0];
        for (var b = 0; b < _table.By.Length; b++)
        {
            if (!_categories[b].TryGetValue(atom[_table.By[b]], out var categories))
            {
                return [];
            }

            var width = _table.Categories[b].Length;
            cells = [.. cells.SelectMany(_ => categories, (cell, category) => (cell * width) + category)];
        }

        return cells;
    }

    /// <summary>What the cell at a position counts: the same text for the same cell in every table.</summary>
    public string DefinitionOf(int position)
    {
        var leaves = (int[][])_table.Population.Clone();
        for (var b = _table.By.Length - 1; b >= 0; b--)
        {
            leaves[_table.By[b]] = _table.Categories[b][position % _table.Categories[b].Length];
            position /= _table.Categories[b].Length;
        }

        return string.Join(';', leaves.Select(l => string.Join(',', l)));
    }
}
