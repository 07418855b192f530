namespace Ingest.Formats;

/// <summary>Where a cell is: row from 1, column from 0.</summary>
internal readonly record struct CellPosition(int Row, int Column);
