using Ingest.Intake;

namespace Ingest.Stripping;

/// <summary>What stripping did: the report on the file as it was, and how many cells that no rule explains were left out.</summary>
public sealed record StripOutcome(ValidationReport Report, long CellsLeftOut);
