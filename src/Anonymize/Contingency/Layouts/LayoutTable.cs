using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Layouts;

/// <summary>
/// The persons of a table by the cells that it declares, its finest categories crossed; what a layout of it is worth is read from them. Rows are named by the first category
/// in them, so that crossings of rows are positions among the declared cells.
/// </summary>
internal sealed class LayoutTable
{
    private readonly int[] _strides;
    private readonly double[] _worth;

    private LayoutTable(TableSpec spec, TreeNode[][] categories, long[] persons, double[] worth)
    {
        Spec = spec;
        Categories = categories;
        Persons = persons;
        _worth = worth;
        _strides = new int[categories.Length];
        for (var (b, stride) = (categories.Length - 1, 1); b >= 0; stride *= categories[b].Length, b--)
        {
            _strides[b] = stride;
        }
    }

    public TableSpec Spec { get; }

    /// <summary>Everybody is counted in one declared cell.</summary>
    public bool IsAdditive { get; private init; }

    /// <summary>[crossed variable] finest categories in ordinal order of codes.</summary>
    public TreeNode[][] Categories { get; }

    /// <summary>[declared cell] row-major.</summary>
    public long[] Persons { get; }

    /// <summary>All persons with their weights: the most that any layout can show.</summary>
    public double All => _worth.Sum();

    public static LayoutTable Of(TableSpec table, CategorySets sets, IReadOnlyList<VariableTree> trees, ContingencyRecords records, ContingencyRules rules)
    {
        TreeNode[][] categories = [.. table.By.Select(v => sets.Declared(table, v))];
        var persons = new long[categories.Aggregate(1, (product, c) => checked(product * c.Length))];
        int[][][] positions = [.. trees.Select(tree => PositionsIn(tree, table, sets, categories))];
        int[] columns = [.. trees.Select(t => records.ColumnOf(t.Spec.Name))];
        int[][] leaves = [.. trees.Select((t, v) => records.Values[columns[v]].Select(t.PositionOf).ToArray())];
        for (var row = 0; row < records.Weights.Count; row++)
        {
            int[] cells = [0];
            for (var v = 0; v < trees.Count && cells.Length > 0; v++)
            {
                var steps = positions[v][leaves[v][records.Codes[columns[v]][row]]];
                cells = [.. cells.SelectMany(_ => steps, (cell, step) => cell + step)];
            }

            foreach (var cell in cells)
            {
                persons[cell] += records.Weights[row];
            }
        }

        return new LayoutTable(table, categories, persons, [.. persons.Select((n, cell) => n * Weight(cell))])
        {
            IsAdditive = !trees.Any(t => t.Spec.Multiple is not null && table.By.Contains(t.Spec.Name, StringComparer.Ordinal)),
        };

        double Weight(int cell)
        {
            var weight = 1.0;
            for (var b = categories.Length - 1; b >= 0; cell /= categories[b].Length, b--)
            {
                weight *= rules.Weights.GetValueOrDefault(table.By[b])?.GetValueOrDefault(categories[b][cell % categories[b].Length].Code, 1) ?? 1;
            }

            return weight;
        }
    }

    /// <summary>Persons of a category of one variable.</summary>
    public long PersonsOf(int by, int category) => Persons.Where((_, cell) => cell / _strides[by] % Categories[by].Length == category).Sum();

    /// <summary>Σ over crossings of rows that are shown: persons with their weights ÷ declared cells in the crossing.</summary>
    /// <param name="rowOf">[crossed variable][category] first category of its row.</param>
    /// <param name="isShown">By position of the crossing and persons in it.</param>
    /// <param name="worthOf">What a crossing of so many persons, weights included, in so many declared cells is worth; the quotient unless given.</param>
    public double Score(int[][] rowOf, Func<int, long, bool> isShown, Func<double, int, double>? worthOf = null)
    {
        var (persons, worth, members) = Crossings(rowOf);
        var score = 0.0;
        for (var cell = 0; cell < members.Length; cell++)
        {
            if (members[cell] > 0 && isShown(cell, persons[cell]))
            {
                score += worthOf?.Invoke(worth[cell], members[cell]) ?? worth[cell] / members[cell];
            }
        }

        return score;
    }

    /// <summary>[position] persons, persons with weights, and number of declared cells of each crossing; 0 cells where no crossing is named so.</summary>
    public (long[] Persons, double[] Worth, int[] Members) Crossings(int[][] rowOf)
    {
        var (persons, worth, members) = (new long[Persons.Length], new double[Persons.Length], new int[Persons.Length]);
        for (var cell = 0; cell < Persons.Length; cell++)
        {
            var crossing = 0;
            for (var b = 0; b < _strides.Length; b++)
            {
                crossing += rowOf[b][cell / _strides[b] % Categories[b].Length] * _strides[b];
            }

            persons[crossing] += Persons[cell];
            worth[crossing] += _worth[cell];
            members[crossing]++;
        }

        return (persons, worth, members);
    }

    /// <summary>[position of a crossing] the cell of the system; −1 where no crossing is named so.</summary>
    public int[] CellsIn(ContingencyTable table, int[][] rowOf)
    {
        int[][] printed = [.. Categories.Select((categories, b) => categories.Select((_, c) => rowOf[b][c] != c ? -1 : PrintedAt(table, b, rowOf[b], c)).ToArray())];
        return [.. Persons.Select((_, cell) =>
        {
            var position = 0;
            for (var b = 0; b < _strides.Length; b++)
            {
                var at = printed[b][cell / _strides[b] % Categories[b].Length];
                position = at < 0 || position < 0 ? -1 : (position * table.Codes[b].Length) + at;
            }

            return position < 0 ? -1 : table.Cells[position];
        })];
    }

    private int PrintedAt(ContingencyTable table, int by, int[] rowOf, int row)
    {
        int[] leaves = [.. Categories[by].Where((_, c) => rowOf[c] == row).SelectMany(c => c.Leaves).Order()];
        return Array.FindIndex(table.Leaves[by], l => l.AsSpan().SequenceEqual(leaves));
    }

    /// <summary>[leaf] what a variable adds to the position of a declared cell; none where the table does not count such a leaf.</summary>
    private static int[][] PositionsIn(VariableTree tree, TableSpec table, CategorySets sets, TreeNode[][] categories)
    {
        var name = tree.Spec.Name;
        var by = table.By.ToList().IndexOf(name);
        var allowed = sets.Restriction(table, name).ToHashSet();
        var stride = by < 0 ? 0 : categories.Skip(by + 1).Aggregate(1, (product, c) => product * c.Length);
        return [.. tree.Leaves.Select((_, leaf) => !allowed.Contains(leaf) ? []
            : by < 0 ? (int[])[0]
            : [.. categories[by].Index().Where(c => c.Item.Leaves.Contains(leaf)).Select(c => c.Index * stride)])];
    }
}
