using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>
/// Pairs of cells in print, now or earlier, one inside the other (R8): whoever subtracts the one from the other has a figure that no table needs to show. A cell of an earlier table that was
/// restricted to the records of its time lies inside the same cell of now.
/// </summary>
internal sealed class NestedDifferences
{
    private readonly CellGrid _grid;
    private readonly bool[] _isJudged;
    private readonly int[][][] _above;

    /// <param name="grid">The cells.</param>
    /// <param name="isJudged">[cell] it is in print, now or earlier.</param>
    public NestedDifferences(CellGrid grid, bool[] isJudged)
    {
        (_grid, _isJudged) = (grid, isJudged);
        var isUsed = grid.Variables.Select(v => new bool[v.Count]).ToArray();
        foreach (var cell in Judged())
        {
            foreach (var (v, node) in grid.NodesOf(cell).Index())
            {
                isUsed[v][node] = true;
            }
        }

        _above = [.. grid.Variables.Select((v, i) => Above(v, isUsed[i]))];
    }

    /// <summary>Each pair once: the larger cell and the one inside it.</summary>
    public IEnumerable<(int Whole, int Part)> Pairs()
    {
        foreach (var part in Judged())
        {
            foreach (var key in _grid.NodesOf(part).Index().Aggregate((IEnumerable<long>)[0L], (keys, n) => keys.SelectMany(_ => _above[n.Index][n.Item], (key, node) => key + (node * _grid.Radix(n.Index)))))
            {
                if (_grid.Find(key) is >= 0 and var whole && whole != part && _isJudged[whole])
                {
                    yield return (whole, part);
                }
            }
        }
    }

    private IEnumerable<int> Judged() => Enumerable.Range(0, _isJudged.Length).Where(c => _isJudged[c]);

    /// <summary>[node] the nodes that hold it, itself first.</summary>
    private static int[][] Above(GridVariable variable, bool[] isUsed)
    {
        var sets = variable.ClassesOf.Select(c => c.ToHashSet()).ToArray();
        return [.. sets.Select((set, n) => isUsed[n] ? (int[])[n, .. Enumerable.Range(0, sets.Length).Where(m => isUsed[m] && set.IsProperSubsetOf(sets[m]))] : [])];
    }
}
