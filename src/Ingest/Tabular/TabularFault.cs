namespace Ingest.Tabular;

/// <summary>An expected failure of reading a table: where, never what.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Row">From 1, the header being row 1 where there is one; 0 is the whole file.</param>
/// <param name="Column">From 1; 0 is the whole row.</param>
public readonly record struct TabularFault(TabularFaultCode Code, int Row = 0, int Column = 0);
