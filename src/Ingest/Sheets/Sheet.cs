namespace Ingest.Sheets;

/// <summary>A sheet of a workbook, or a text file: rows of cells, each row as long as it is filled, and the areas that are merged.</summary>
public sealed class Sheet(string name, IReadOnlyList<SheetCell[]> rows, IReadOnlyList<SheetArea> merged)
{
    /// <summary>Empty for a text file.</summary>
    public string Name { get; } = name;

    public IReadOnlyList<SheetCell[]> Rows { get; } = rows;

    public IReadOnlyList<SheetArea> Merged { get; } = merged;
}
