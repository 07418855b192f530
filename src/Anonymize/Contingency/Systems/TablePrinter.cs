using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>Finds the cells of a table in the grid.</summary>
/// <param name="grid">The cells.</param>
/// <param name="used">Its variables.</param>
/// <param name="sets">What tables are restricted to.</param>
internal sealed class TablePrinter(CellGrid grid, string[] used, CategorySets sets)
{
    /// <summary>A table that is to be published.</summary>
    public ContingencyTable Print(TableSpec table) => Print(table, [.. table.By.Select(v => sets.Shown(table, v).ToArray())]);

    /// <summary>What the rules judge of a table with layouts: its rows and the categories in them, crossed. Nobody prints it.</summary>
    public ContingencyTable PrintJudged(TableSpec table) => WithMembers(
        Print(table, [.. table.By.Select(v => sets.Judged(table, v).ToArray())]),
        [.. table.By.Select(v => sets.Shown(table, v).Select(s => s.Leaves).ToArray())],
        [.. table.By.Select(v => table.Layouts.ContainsKey(v) && sets.TakesRows(table, v))]);

    /// <summary>For each pooled row of a table the cells of its members, other variables at their totals.</summary>
    public IEnumerable<int[]> Pools(ContingencyTable table) =>
        from axis in table.Pools
        from row in Enumerable.Range(0, axis.Rows)
        let members = axis.MembersOf(table.Leaves[axis.By][row])
        where members.Length > 1
        select members.Select(m => MarginOf(table, axis, m)).ToArray();

    /// <summary>Cells of the categories that stand alone beside a pooled row though nothing names them, other variables at their totals.</summary>
    public IEnumerable<int> Alone(ContingencyTable table) => table.Pools.SelectMany(axis => axis.Alone(table.Leaves[axis.By]).Select(c => MarginOf(table, axis, c)));

    /// <summary>A table as it was published.</summary>
    public EarlierTable Print(KnownTable known) => new(
        Print(known.Spec, [.. known.Spec.By.Select((_, b) => sets.Shown(known, b).ToArray())]) with
        {
            Pools = [.. known.Spec.By.Index().Where(b => known.Layouts.ContainsKey(b.Item)).Select(b => AxisOf(b.Index, sets.Declared(known, b.Index), _ => false, known.Codes[b.Index]))],
        },
        known);

    /// <summary>What the rules judge of an earlier table with layouts.</summary>
    public ContingencyTable PrintJudged(KnownTable known) => WithMembers(
        Print(known.Spec, [.. known.Spec.By.Select((_, b) => sets.Judged(known, b).ToArray())]),
        [.. known.Spec.By.Select((_, b) => sets.Shown(known, b).Select(s => s.Leaves).ToArray())],
        [.. known.Spec.By.Select(v => known.Layouts.ContainsKey(v) && sets.TakesRows(known, v))]);

    private ContingencyTable Print(TableSpec table, (string Code, int[] Leaves)[][] shown)
    {
        var positions = table.By.Select(v => Array.IndexOf(used, v)).ToArray();
        var nodes = used.Select((v, i) => grid.Variables[i].Node(sets.Restriction(table, v))).ToArray();
        var cells = new int[shown.Aggregate(1, (product, s) => checked(product * s.Length))];
        var ids = shown.Select((s, i) => s.Select(c => grid.Variables[positions[i]].Node(c.Leaves)).ToArray()).ToArray();
        for (var c = 0; c < cells.Length; c++)
        {
            var rest = c;
            for (var i = shown.Length - 1; i >= 0; i--)
            {
                nodes[positions[i]] = ids[i][rest % ids[i].Length];
                rest /= ids[i].Length;
            }

            cells[c] = grid.Cell(nodes);
        }

        return new ContingencyTable(
            table,
            [.. shown.Select(s => s.Select(c => c.Code).ToArray())],
            [.. shown.Select(s => s.Select(c => c.Leaves).ToArray())],
            [.. used.Select(v => sets.Restriction(table, v))],
            cells)
        {
            Pools = [.. table.By.Index().Where(b => table.Layouts.ContainsKey(b.Item))
                .Select(b => AxisOf(b.Index, sets.Declared(table, b.Item), d => sets.IsNamed(table, b.Item, d.Code), shown[b.Index].Select(s => s.Code)))],
        };
    }

    private ContingencyTable WithMembers(ContingencyTable table, int[][][] shown, bool[] takes)
    {
        bool IsWithin(int position, int b) => takes[b] && !shown[b].Any(s => s.AsSpan().SequenceEqual(table.Leaves[b][table.CategoryAt(position, b)]));
        bool IsCrossed(int position, int b) => !table.Leaves[b][table.CategoryAt(position, b)].AsSpan().SequenceEqual(sets.Restriction(table.Spec, table.Spec.By[b]));
        var axes = Enumerable.Range(0, table.Spec.By.Count).ToArray();
        return table with { IsMember = [.. table.Cells.Select((_, p) => axes.Any(b => IsWithin(p, b)) && axes.Count(b => IsCrossed(p, b)) > 1)] };
    }

    private int MarginOf(ContingencyTable table, PooledAxis axis, TreeNode category) => grid.Cell([.. used.Select((v, i) => grid.Variables[i].Node(
        string.Equals(v, table.Spec.By[axis.By], StringComparison.Ordinal) ? category.Leaves : sets.Restriction(table.Spec, v)))]);

    private static PooledAxis AxisOf(int by, TreeNode[] declared, Func<TreeNode, bool> isNamed, IEnumerable<string> codes) =>
        new(by, declared, [.. declared.Select(isNamed)], codes.Count(c => c is not "Total"));
}
