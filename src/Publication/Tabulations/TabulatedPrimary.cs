namespace Publication.Tabulations;

/// <summary>A cell that is hidden by name, and how far its alternatives must reach below and above its value.</summary>
internal sealed record TabulatedPrimary(int Table, int Position, long Down, long Up);
