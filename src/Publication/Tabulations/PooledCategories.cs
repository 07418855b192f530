namespace Publication.Tabulations;

/// <summary>A variable of which a table shows a layout.</summary>
/// <param name="By">Position among the crossed variables of the table.</param>
/// <param name="Categories">[category] leaves; what the rows are made of.</param>
/// <param name="IsNamed">[category] it stands by itself, as everybody knows.</param>
/// <param name="Rows">So many of the table's categories are rows; what follows is the total.</param>
internal sealed record PooledCategories(int By, int[][] Categories, bool[] IsNamed, int Rows);
