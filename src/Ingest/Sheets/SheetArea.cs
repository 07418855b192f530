namespace Ingest.Sheets;

/// <summary>Cells that are merged into one; from 0, ends included.</summary>
public readonly record struct SheetArea(int Row, int Column, int LastRow, int LastColumn);
