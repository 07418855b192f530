namespace Ingest.Intake;

/// <summary>How many accepted records of a file fall into a quarter, by identification, else by registration.</summary>
public sealed record QuarterCount(string Quarter, long Records);
