namespace Ingest.Profiles;

/// <summary>What of a case a column gives. Names in profiles are these in camel case.</summary>
internal enum ColumnTarget
{
    None,

    Status,
    Sex,
    AgeClass,
    Age,
    Citizenship,
    Region,
    Referral,
    DecidedBy,
    Permit,
    Outcome,

    Sectors,
    Forms,
    Means,
    Services,

    Registered,
    Identified,
    Service,
    PermitDate,
    Return,
    Birth,
}
