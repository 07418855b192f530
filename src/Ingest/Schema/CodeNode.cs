namespace Ingest.Schema;

/// <summary>A code of a coarser level and its label.</summary>
public sealed record CodeNode(string Code, Label Label);
