namespace Publication.Tabulations;

/// <summary>A table of any counts or sums as it is printed. Variables are those of the tabulation; leaves are positions.</summary>
/// <param name="Id">Its name.</param>
/// <param name="By">Crossed variables in printed order, the last running fastest.</param>
/// <param name="Categories">[crossed variable][category] leaves.</param>
/// <param name="Population">[variable of the tabulation] leaves that are counted at all.</param>
/// <param name="Shown">Row-major; null for hidden.</param>
internal sealed record TabulatedTable(string Id, int[] By, int[][][] Categories, int[][] Population, long?[] Shown);
