using Anonymize.Contingency.Specs;

namespace Anonymize.Tests.Contingency;

/// <summary>
/// Somebody with unlimited time who reads tables with pooled rows, and who knows why rows are pooled: of a row whose categories are all below k, that each of them is, and of a category alone beside a pooled row, that it has somebody. Tries every population
/// over the finest categories, and judges every cell that the tables would print without layouts, and theirs. Knows categories by position; shares nothing with the engine.
/// </summary>
/// <param name="shape">[variable] finest categories.</param>
/// <param name="counts">Their crossing, the last variable running fastest.</param>
/// <param name="rules">k, level and zeros.</param>
internal sealed class PooledOracle(int[] shape, long[] counts, ContingencyRules rules)
{
    /// <summary>A table: which variables it crosses and, of each, its rows as sets of categories.</summary>
    public sealed record Layout(int[] By, int[][][] Rows);

    /// <summary>What a printed cell counts: columns of the crossing, whether it is shown, and whether it crosses rows only.</summary>
    public sealed record Cell(int[] Columns, bool IsInner, int Declared);

    /// <summary>Printed cells of a table, totals included: rows crossed, the total of each variable last.</summary>
    public Cell[] CellsOf(Layout table)
    {
        List<(int[] Columns, bool IsInner, int Declared)> cells = [([.. Enumerable.Range(0, counts.Length)], true, 1)];
        foreach (var (v, rows) in table.By.Zip(table.Rows))
        {
            var all = rows.Append([.. Enumerable.Range(0, shape[v])]).Index();
            cells = [.. cells.SelectMany(_ => all, (c, row) => (
                c.Columns.Where(column => row.Item.Contains(At(column, v))).ToArray(), c.IsInner && row.Index < rows.Length, c.Declared * (row.Index < rows.Length ? row.Item.Length : 1)))];
        }

        return [.. cells.Select(c => new Cell(c.Columns, c.IsInner, c.Declared))];
    }

    public long ValueOf(int[] columns) => columns.Sum(c => counts[c]);

    /// <summary>Every cell that the rules protect stays open.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="isShown">[table][cell].</param>
    public bool IsSafe(IReadOnlyList<Layout> tables, bool[][] isShown)
    {
        var constraints = new List<(int[] Columns, long Low, long High)>();
        var (judged, within) = (new Dictionary<string, int[]>(StringComparer.Ordinal), new Dictionary<string, int[]>(StringComparer.Ordinal));
        foreach (var (t, table) in tables.Index())
        {
            foreach (var (c, cell) in CellsOf(table).Index())
            {
                var value = ValueOf(cell.Columns);
                if (isShown[t][c])
                {
                    constraints.Add((cell.Columns, value, value));
                }
                else if (rules.Zeros == ZeroPolicy.Open)
                {
                    constraints.Add((cell.Columns, 1, long.MaxValue));
                }
            }

            constraints.AddRange(KnownOf(table));
            var finer = table with { Rows = [.. table.Rows.Zip(table.By, (rows, v) => rows.Concat(Enumerable.Range(0, shape[v]).Select(c => (int[])[c])).ToArray())] };
            var printed = CellsOf(table).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
            var takesRows = tables.Any(other => other.By.Length < table.By.Length && other.By.All(table.By.Contains));
            foreach (var cell in CellsOf(finer).Where(c => IsSmall(ValueOf(c.Columns))))
            {
                // What is crossed within rows that the other table gave must not be settled to be small.
                var isWithin = takesRows && cell.IsInner && !printed.Contains(KeyOf(cell));
                if (!isWithin)
                {
                    judged[KeyOf(cell)] = cell.Columns;
                }
                else if (ValueOf(cell.Columns) > 0)
                {
                    within[KeyOf(cell)] = cell.Columns;
                }
            }
        }

        int[][] less = [.. within.Where(w => !judged.ContainsKey(w.Key)).Select(w => w.Value)];
        return judged.Count + less.Length == 0 || AreOpen([.. judged.Values, .. less], judged.Count, constraints);

        static string KeyOf(Cell cell) => string.Join(',', cell.Columns);
    }

    public bool IsSmall(long value) => (value >= 1 && value < rules.K) || (value == 0 && rules.Zeros == ZeroPolicy.Sensitive);

    /// <summary>What a reader knows who knows why rows are pooled.</summary>
    private IEnumerable<(int[] Columns, long Low, long High)> KnownOf(Layout table)
    {
        foreach (var (v, row) in table.By.Zip(table.Rows).SelectMany(x => x.Second, (x, row) => (x.First, row)))
        {
            int[][] members = [.. row.Select(c => Enumerable.Range(0, counts.Length).Where(column => At(column, v) == c).ToArray())];
            if (members.Length > 1 && members.All(m => ValueOf(m) < rules.K))
            {
                foreach (var member in members)
                {
                    yield return (member, 0, rules.K - 1);
                }
            }
            else if (members.Length == 1 && table.Rows[table.By.IndexOf(v)].Any(r => r.Length > 1))
            {
                // Whoever has nobody stands in a pool.
                yield return (members[0], 1, long.MaxValue);
            }
        }
    }

    private bool AreOpen(int[][] judged, int full, List<(int[] Columns, long Low, long High)> constraints)
    {
        var found = judged.Select(_ => new HashSet<long>()).ToArray();
        var values = new long[counts.Length];
        var sums = new long[constraints.Count];
        var touching = values.Select((_, c) => constraints.Index().Where(x => x.Item.Columns.Contains(c)).Select(x => x.Index).ToArray()).ToArray();
        var last = constraints.Select(c => c.Columns.DefaultIfEmpty(-1).Max()).ToArray();
        var most = counts.Sum() + 2;
        return Next(0);

        // Ends as soon as everything is known to be open.
        bool Next(int column)
        {
            if (column == values.Length)
            {
                for (var j = 0; j < judged.Length; j++)
                {
                    found[j].Add(judged[j].Sum(c => values[c]));
                }

                return judged.Zip(found).Index().All(j => IsOpen(ValueOf(j.Item.First), j.Item.Second, j.Index < full));
            }

            for (var value = 0L; value <= most; value++)
            {
                var (isPossible, isTooMuch) = (true, false);
                foreach (var c in touching[column])
                {
                    sums[c] += value;
                    isTooMuch |= sums[c] > constraints[c].High;
                    isPossible &= sums[c] <= constraints[c].High && (last[c] > column || sums[c] >= constraints[c].Low);
                }

                values[column] = value;
                var isDone = isPossible && Next(column + 1);
                foreach (var c in touching[column])
                {
                    sums[c] -= value;
                }

                if (isDone)
                {
                    return true;
                }

                if (isTooMuch)
                {
                    break;
                }
            }

            return false;
        }
    }

    private bool IsOpen(long truth, HashSet<long> values, bool isFull) => rules.Level switch
    {
        ContingencyLevel.Exact => values.Count >= 2,
        _ when !isFull => values.Any(v => v <= 0) || values.Any(v => v >= rules.K),
        ContingencyLevel.Band => values.Any(v => v <= 0) && values.Any(v => v >= rules.K - 1) && values.Count >= Math.Min(3, rules.K),
        _ => values.Any(v => v <= 0) && values.Any(v => v >= rules.K) && values.Count >= 3,
    } && values.Contains(truth);

    private int At(int column, int variable)
    {
        for (var v = shape.Length - 1; v > variable; v--)
        {
            column /= shape[v];
        }

        return column % shape[variable];
    }
}
