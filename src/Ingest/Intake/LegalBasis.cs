namespace Ingest.Intake;

/// <summary>The document on which a partner that records no consent hands over case records, and its date.</summary>
public sealed record LegalBasis(string Document, DateOnly Date);
