using Anonymize.Contingency.Specs;

namespace Anonymize.Contingency.Systems;

/// <summary>A table as it is printed: for each variable its categories in ordinal order of codes, Total last, and the cell at each crossing.</summary>
/// <param name="Spec">What was asked for.</param>
/// <param name="Codes">[variable][category].</param>
/// <param name="Leaves">[variable][category] leaves.</param>
/// <param name="Population">[variable of the system] leaves that the table counts at all.</param>
/// <param name="Cells">Row-major, the last variable running fastest.</param>
internal sealed record ContingencyTable(TableSpec Spec, IReadOnlyList<string[]> Codes, IReadOnlyList<int[][]> Leaves, int[][] Population, int[] Cells)
{
    /// <summary>Variables of which it shows a layout.</summary>
    public IReadOnlyList<PooledAxis> Pools { get; init; } = [];

    /// <summary>[cell] of what nobody prints: a category within a row that another table's layout gave, crossed; guarded by R9. Empty for none.</summary>
    public bool[] IsMember { get; init; } = [];

    /// <summary>By variable of which a layout is shown, its rows.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PooledRow>> PooledRows() => Pools.ToDictionary(
        p => Spec.By[p.By],
        p => (IReadOnlyList<PooledRow>)[.. Enumerable.Range(0, p.Rows).Select(r => new PooledRow(Codes[p.By][r], [.. p.MembersOf(Leaves[p.By][r]).Select(m => m.Code)]))],
        StringComparer.Ordinal);

    /// <summary>Codes at a position of <see cref="Cells"/>.</summary>
    public string[] CodesAt(int position)
    {
        var codes = new string[Codes.Count];
        for (var v = Codes.Count - 1; v >= 0; v--)
        {
            codes[v] = Codes[v][position % Codes[v].Length];
            position /= Codes[v].Length;
        }

        return codes;
    }

    /// <summary>Category of a variable at a position of <see cref="Cells"/>.</summary>
    public int CategoryAt(int position, int variable) => position / Stride(variable) % Codes[variable].Length;

    /// <summary>Positions that differ in one variable only, with their category of it.</summary>
    public IEnumerable<(int Position, int Category)> Along(int position, int variable)
    {
        var (stride, here) = (Stride(variable), CategoryAt(position, variable));
        return Enumerable.Range(0, Codes[variable].Length).Where(c => c != here).Select(c => (position + ((c - here) * stride), c));
    }

    private int Stride(int variable) => Codes.Skip(variable + 1).Aggregate(1, (product, c) => product * c.Length);

    /// <summary>[variable] by code, the smallest categories printed that hold more; none for those that only the Total holds.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Parents() => [.. Leaves.Select((categories, v) =>
    {
        var sets = categories.Select(c => c.ToHashSet()).ToArray();
        var parents = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var c = 0; c < sets.Length; c++)
        {
            var above = Enumerable.Range(0, sets.Length).Where(p => Codes[v][p] is not "Total" && sets[c].IsProperSubsetOf(sets[p])).ToArray();
            string[] nearest = [.. above.Where(p => !above.Any(q => sets[q].IsProperSubsetOf(sets[p]))).Select(p => Codes[v][p])];
            if (nearest.Length > 0 && Codes[v][c] is not "Total")
            {
                parents[Codes[v][c]] = nearest;
            }
        }

        return (IReadOnlyDictionary<string, IReadOnlyList<string>>)parents;
    })];
}
