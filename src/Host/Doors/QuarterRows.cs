namespace Host.Doors;

/// <summary>How many accepted records belong to a quarter.</summary>
internal sealed record QuarterRows(string Quarter, long Rows);
