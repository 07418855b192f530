namespace Anonymize.RecordFiles;

/// <summary>An expected failure.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Column">The column; empty for the whole file.</param>
/// <param name="Values">Number of values concerned, never which.</param>
public readonly record struct RecordFault(RecordFaultCode Code, string Column = "", int Values = 0);
