using Anonymize.Contingency.Systems;

namespace Anonymize.Tests.Contingency;

/// <summary>
/// The brute-force attacker of crossed tables: every whole population that agrees with what is shown, column by column. Shares nothing with the engine but the
/// list of which columns each printed cell sums, which it works out from codes.
/// </summary>
internal sealed class EveryAlternative
{
    private readonly long[] _truth;
    private readonly int[][] _cellsOf;
    private readonly int[] _last;
    private readonly long _most;
    private readonly long _leastHidden;

    public EveryAlternative(ContingencySystem system, long leastHidden)
    {
        var printed = system.Tables.SelectMany(t => t.Cells.Select((cell, position) => (Cell: cell, Table: t, Position: position))).DistinctBy(p => p.Cell).ToArray();
        Cells = [.. printed.Select(p => p.Cell)];
        _truth = [.. system.Values.Take(system.Grid.Columns)];
        Members = [.. printed.Select(p => ColumnsOf(system, p.Table, p.Position))];
        Values = [.. Members.Select(m => m.Sum(c => _truth[c]))];
        _cellsOf = [.. _truth.Select((_, column) => Members.Index().Where(m => m.Item.Contains(column)).Select(m => m.Index).ToArray())];
        _last = [.. Members.Select(m => m.DefaultIfEmpty(-1).Max())];
        _most = _truth.Sum() + 2;
        _leastHidden = leastHidden;
    }

    /// <summary>Printed cells, by the system's numbers.</summary>
    public int[] Cells { get; }

    public int[][] Members { get; }

    public long[] Values { get; }

    /// <summary>[printed cell] every value that some alternative gives it.</summary>
    /// <param name="isHidden">[printed cell].</param>
    /// <param name="bound">Largest value of a column that is looked at.</param>
    public SortedSet<long>[] ValuesUnder(bool[] isHidden, long bound)
    {
        var found = Cells.Select(_ => new SortedSet<long>()).ToArray();
        var sums = new long[Cells.Length];
        var most = Math.Min(bound, _most);
        Next(0);
        return found;

        void Next(int column)
        {
            if (column == _truth.Length)
            {
                for (var c = 0; c < sums.Length; c++)
                {
                    found[c].Add(sums[c]);
                }

                return;
            }

            for (var value = 0L; value <= most; value++)
            {
                var isPossible = true;
                foreach (var cell in _cellsOf[column])
                {
                    sums[cell] += value;
                    isPossible &= isHidden[cell]
                        ? _last[cell] > column || sums[cell] >= _leastHidden
                        : sums[cell] <= Values[cell] && (_last[cell] > column || sums[cell] == Values[cell]);
                }

                if (isPossible)
                {
                    Next(column + 1);
                }

                foreach (var cell in _cellsOf[column])
                {
                    sums[cell] -= value;
                }
            }
        }
    }

    private static int[] ColumnsOf(ContingencySystem system, ContingencyTable table, int position)
    {
        var codes = table.CodesAt(position);
        return [.. Enumerable.Range(0, system.Grid.Columns).Where(column =>
        {
            var classes = system.Grid.NodesOf(column);
            return table.Spec.By.Zip(codes).All(x =>
            {
                var v = system.Trees.ToList().FindIndex(t => t.Spec.Name == x.First);
                var leaf = Array.IndexOf(system.Grid.Variables[v].ClassOfLeaf, classes[v]);
                return x.Second == "Total" || system.Trees[v].Nodes.Single(n => n.Code == x.Second).Leaves.Contains(leaf);
            });
        })];
    }
}
