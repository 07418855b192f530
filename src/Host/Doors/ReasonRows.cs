namespace Host.Doors;

/// <summary>How many records were set aside for a reason.</summary>
internal sealed record ReasonRows(string Reason, long Rows);
