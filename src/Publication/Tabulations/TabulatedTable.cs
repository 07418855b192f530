namespace Publication.Tabulations;

/// <summary>A table of any counts or sums as it is printed. Variables are those of the tabulation; leaves are positions.</summary>
/// <param name="Id">Its name.</param>
/// <param name="By">Crossed variables in printed order, the last running fastest.</param>
/// <param name="Categories">[crossed variable][category] leaves.</param>
/// <param name="Population">[variable of the tabulation] leaves that are counted at all.</param>
/// <param name="Shown">Row-major; null for hidden.</param>
internal sealed record TabulatedTable(string Id, int[] By, int[][][] Categories, int[][] Population, long?[] Shown)
{
    /// <summary>It was published earlier: its figures are facts, and what it hid is judged again.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Variables of which it shows a layout.</summary>
    public IReadOnlyList<PooledCategories> Pools { get; init; } = [];

    /// <summary>Nobody prints it: what a table with layouts would show without them.</summary>
    public bool IsPooled { get; init; }

    /// <summary>[cell] of such a table: a category within a row that another table's layout gave, crossed; guarded by R9. Empty for none.</summary>
    public bool[] IsMember { get; init; } = [];

    /// <summary>Nobody prints it: a crossing that the printed tables may settle together.</summary>
    public bool IsLatent { get; init; }

    /// <summary>A cell that it hid is at least this, as everybody knows.</summary>
    public int HiddenMin { get; init; }
}
