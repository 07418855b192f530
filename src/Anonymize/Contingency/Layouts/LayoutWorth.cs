using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Layouts;

/// <summary>What layouts show, in persons with their weights ÷ declared cells in the cell that counts them, over all tables; and the most that they can show, whatever is hidden.</summary>
internal sealed class LayoutWorth(ContingencyRules rules, IReadOnlyList<LayoutTable> tables, IReadOnlyList<LayoutSlot> slots)
{
    /// <summary>All persons with their weights, table by table.</summary>
    public double All { get; } = tables.Sum(t => t.All);

    /// <summary>More than this no layout shows, of this family or any other: whoever is counted in a small declared cell shares the cell in print with another one.</summary>
    public double Ceiling { get; } = tables.Index().Sum(t => t.Item.Score(
        Apart(t.Item), (_, _) => true, worthOf: null) - t.Item.Score(Apart(t.Item), (_, n) => IsSmall(rules, n), (worth, _) => slots.Any(s => s.Table == t.Index) ? worth / 2 : worth));

    /// <summary>[crossed variable][category] first category of its row in a table.</summary>
    public int[][] RowsOf(int table, int[][] layouts) =>
        [.. tables[table].Categories.Select((c, b) => slots.Index().FirstOrDefault(s => s.Item.Table == table && s.Item.By == b, (-1, null!)).Index is >= 0 and var s ? layouts[s] : [.. Enumerable.Range(0, c.Length)])];

    /// <summary>What is shown where some cells are hidden. A table without its total shows nobody: nobody can say what share it shows.</summary>
    public double Shown(ContingencySystem system, bool[] isHidden, int[][] layouts) => tables.Index().Sum(t =>
    {
        var (table, rows) = (system.Tables[t.Index], RowsOf(t.Index, layouts));
        var cells = t.Item.CellsIn(table, rows);
        return IsTotalHidden(table, isHidden) ? 0 : t.Item.Score(rows, (crossing, _) => !isHidden[cells[crossing]]);
    });

    /// <summary>No safe pattern of these layouts shows more: what is small is hidden, and in a table of one variable something with it, where that does not do.</summary>
    public double Most(int[][] layouts) => tables.Index().Sum(t =>
    {
        var rows = RowsOf(t.Index, layouts);
        return t.Item.Spec.By.Count == 1 && t.Item.Spec.NoTotal.Count == 0
            ? MostOfOne(t.Item, rows, slots.FirstOrDefault(s => s.Table == t.Index))
            : t.Item.Score(rows, (_, n) => !IsSmall(rules, n));
    });

    public static bool IsTotalHidden(ContingencyTable table, bool[] isHidden) => table.Spec.NoTotal.Count == 0 && isHidden[table.Cells[^1]];

    private static int[][] Apart(LayoutTable table) => [.. table.Categories.Select(c => Enumerable.Range(0, c.Length).ToArray())];

    private static bool IsSmall(ContingencyRules rules, long value) => (value >= 1 && value < rules.K) || (value == 0 && rules.Zeros == ZeroPolicy.Sensitive);

    private double MostOfOne(LayoutTable table, int[][] rows, LayoutSlot? slot)
    {
        var (persons, worth, members) = table.Crossings(rows);
        int[] printed = [.. Enumerable.Range(0, members.Length).Where(r => members[r] > 0)];
        int[] hidden = [.. printed.Where(r => IsSmall(rules, persons[r]) || (slot is not null && members[r] > 1 && IsSettled(persons[r], [.. slot.Persons.Where((_, c) => rows[0][c] == r)])))];
        int[] shown = [.. printed.Except(hidden)];
        var highest = rules.Level switch { ContingencyLevel.Band => rules.K - 1, ContingencyLevel.Strict => rules.K, _ => 1 };
        var sum = hidden.Sum(r => persons[r]);
        var isEnough = !hidden.Any(r => IsSmall(rules, persons[r])) || (hidden.Length > 1 && sum >= highest);
        // An empty row beside it makes a small one no larger.
        double[] beside = [.. shown.Where(r => sum >= highest || persons[r] > 0).Select(r => worth[r] / members[r])];
        return shown.Sum(r => worth[r] / members[r]) - (isEnough || beside.Length == 0 ? 0 : beside.Min());
    }

    /// <summary>The pool's own rule leaves its members no room (docs/rules/layouts-and-pooled-rows.md): it can only be hidden.</summary>
    private bool IsSettled(long sum, long[] members) => members.All(m => m < rules.K) && members.Any(m => IsSmall(rules, m)) && rules.Level switch
    {
        ContingencyLevel.Band => sum < rules.K - 1 || sum > (rules.K - 1L) * (members.Length - 1),
        ContingencyLevel.Strict => true,
        _ => sum == (rules.K - 1L) * members.Length,
    };
}
