namespace Ingest.Catalogue;

/// <summary>A code (of a reason, of a quarter) and a number of rows.</summary>
public readonly record struct RowCount(string Code, int Rows);
