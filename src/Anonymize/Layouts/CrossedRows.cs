using Anonymize.Planning;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Layouts;

/// <summary>
/// Chooses the rows of a crossed table among the unions of the rows of the one-way layout that it takes; other rows would give new
/// differences. Every partition is judged by an estimate of what suppression would leave: the persons in shown cells, those in a union for
/// less. The estimate only ranks; safety is the auditor's.
/// </summary>
internal sealed class CrossedRows(RecordView view, RuleSet rules)
{
    /// <summary>Above so many rows the partitions are too many to list (Bell numbers); neighbours are then merged greedily.</summary>
    private const int ExhaustiveLimit = 8;

    /// <param name="table">A plan whose first axis takes rows and whose second is printed as <paramref name="columns"/>.</param>
    /// <param name="rows">Rows of the one-way layout.</param>
    /// <param name="columns">The second axis as it is printed.</param>
    /// <param name="refused">Codes of rows that turned out to be unsafe.</param>
    public IReadOnlyList<IReadOnlyList<string>> Choose(TablePlan table, IReadOnlyList<IReadOnlyList<string>> rows, Axis columns, IReadOnlySet<string> refused)
    {
        var nodes = table.Axes[0].Declared.ToDictionary(d => d.Code, d => d.Node, StringComparer.Ordinal);
        var printed = columns.Rows.Where(r => !r.IsTotal).Select(r => r.Node!).ToArray();
        var cells = rows.Select(r => printed.Select(c => CellPredicate.Compile(
            [.. table.Where, new Node(nodes[r[0]].Variable, r.SelectMany(m => nodes[m].Leaves)), c], view)!).ToArray()).ToArray();
        var counts = cells.Select(r => r.Select(c => c.Count(view.Atoms, view.Counts)).ToArray()).ToArray();
        var partners = cells.Select(r => r.Select(c => view.PartnerCounts.Select(p => c.Count(view.Atoms, p)).ToArray()).ToArray()).ToArray();
        var totals = rows.Select(r => CellPredicate.Compile([.. table.Where, new Node(nodes[r[0]].Variable, r.SelectMany(m => nodes[m].Leaves))], view)!.Count(view.Atoms, view.Counts)).ToArray();

        var best = rows.Count <= ExhaustiveLimit
            ? Partitions(rows.Count).Select(p => (Partition: p, Worth: Worth(p))).MaxBy(p => p.Worth).Partition
            : Merge(rows.Count, Worth);
        return [.. best.Select(IReadOnlyList<string> (block) => [.. block.SelectMany(r => rows[r]).Order(StringComparer.Ordinal)])];

        double Worth(int[][] partition)
        {
            if (partition.Length == 1 && rows.Count > 1)
            {
                // One row for everybody is the column totals once more: the last resort.
                return 0;
            }

            if (refused.Count > 0 && partition.Any(b => refused.Contains(string.Join('+', b.SelectMany(r => rows[r]).Order(StringComparer.Ordinal)))))
            {
                return double.NegativeInfinity;
            }

            var sums = partition.Select(block => printed.Select((_, c) => block.Sum(r => counts[r][c])).ToArray()).ToArray();
            var hidden = partition.Select((block, b) =>
            {
                var others = printed.Select((_, c) => Enumerable.Range(0, view.Partners.Count).Select(p => sums[b][c] - block.Sum(r => partners[r][c][p])).ToArray()).ToArray();
                return columns.IsAdditive ? HiddenInRow(sums[b], others) : HiddenAnswers(sums[b], others, block.Sum(r => totals[r]));
            }).ToArray();
            if (columns.IsAdditive)
            {
                CloseColumns(sums, hidden);
            }

            return partition.Select((block, b) => printed.Select((_, c) => hidden[b][c] ? 0 : sums[b][c]).Sum() * (block.Length == 1 ? 1 : 0.4 + (0.2 / block.Length))).Sum();
        }
    }

    /// <summary>A column with a single hidden cell gives it away: another row has to hide there too, and in a second column to stay balanced.</summary>
    private static void CloseColumns(int[][] sums, bool[][] hidden)
    {
        for (var c = 0; c < sums[0].Length; c++)
        {
            var rows = Enumerable.Range(0, sums.Length).Where(r => hidden[r][c]).ToArray();
            if (rows.Length != 1)
            {
                continue;
            }

            var partners = Enumerable.Range(0, sums[0].Length).Where(k => k != c && hidden[rows[0]][k]).ToArray();
            var best = (Row: -1, Column: -1, Persons: int.MaxValue);
            foreach (var r in Enumerable.Range(0, sums.Length).Where(r => r != rows[0]))
            {
                foreach (var k in partners)
                {
                    var persons = (hidden[r][c] ? 0 : sums[r][c]) + (hidden[r][k] ? 0 : sums[r][k]);
                    if (persons < best.Persons)
                    {
                        best = (r, k, persons);
                    }
                }
            }

            if (best.Row >= 0)
            {
                hidden[best.Row][c] = true;
                hidden[best.Row][best.Column] = true;
            }
            else
            {
                Array.Fill(hidden[rows[0]], true);
            }
        }
    }

    private bool IsSmall(int sum, int[] others) => (sum >= 1 && sum < rules.K) || others.Any(o => o >= 1 && o < rules.Rho);

    /// <summary>The cheapest set of cells that holds every unsafe one and leaves their values open: two cells and k persons at least.</summary>
    private bool[] HiddenInRow(int[] sums, int[][] others)
    {
        var small = sums.Select((s, c) => IsSmall(s, others[c])).ToArray();
        if (!small.Contains(true))
        {
            return small;
        }

        var best = Enumerable.Repeat(true, sums.Length).ToArray();
        for (var mask = 0; mask < 1 << sums.Length; mask++)
        {
            var hidden = sums.Select((_, c) => small[c] || (mask >> c & 1) == 1).ToArray();
            var persons = sums.Where((_, c) => hidden[c]).Sum();
            if (hidden.Count(h => h) >= 2 && persons >= rules.K && persons < sums.Where((_, c) => best[c]).Sum())
            {
                best = hidden;
            }
        }

        return best;
    }

    private bool[] HiddenAnswers(int[] sums, int[][] others, int total) =>
        [.. sums.Select((s, c) => IsSmall(s, others[c]) || (total > 0 && total - s <= rules.Kappa))];

    private static IEnumerable<int[][]> Partitions(int count)
    {
        var block = new int[count];
        return Extend(0, 0);

        IEnumerable<int[][]> Extend(int item, int blocks)
        {
            if (item == count)
            {
                yield return [.. Enumerable.Range(0, blocks).Select(b => Enumerable.Range(0, count).Where(i => block[i] == b).ToArray())];
                yield break;
            }

            for (var b = 0; b <= blocks; b++)
            {
                block[item] = b;
                foreach (var partition in Extend(item + 1, Math.Max(blocks, b + 1)))
                {
                    yield return partition;
                }
            }
        }
    }

    private static int[][] Merge(int count, Func<int[][], double> worth)
    {
        var partition = Enumerable.Range(0, count).Select(i => new[] { i }).ToArray();
        while (true)
        {
            var current = partition;
            var better = Enumerable.Range(0, current.Length)
                .SelectMany(a => Enumerable.Range(a + 1, current.Length - a - 1).Select(b => Join(current, a, b)))
                .Select(p => (Partition: p, Worth: worth(p)))
                .MaxBy(p => p.Worth);
            if (better.Partition is null || better.Worth <= worth(current))
            {
                return current;
            }

            partition = better.Partition;
        }
    }

    private static int[][] Join(int[][] partition, int a, int b) =>
        [.. partition.Where((_, i) => i != b).Select(block => block == partition[a] ? [.. block, .. partition[b]] : block)];
}
