namespace Host.Contingency;

/// <summary>How an input is read: what stands between its cells, and which column says how many or how much; without either, each row is one person.</summary>
internal sealed record InputMeasure(char Delimiter, string? Count, string? Value);
