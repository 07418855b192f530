namespace Ingest.Cases;

/// <summary>The dates of a case, kept as quarters only.</summary>
internal enum PeriodColumn
{
    Registered,
    Identified,
    ServiceDate,
    PermitDate,
    ReturnDate,
}
