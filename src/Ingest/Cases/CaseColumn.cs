namespace Ingest.Cases;

/// <summary>The single-valued coded columns of a case. Each cell is the index of a leaf in the code list of the same variable.</summary>
internal enum CaseColumn
{
    Status,
    Sector,
    Form,
    Group,
    Age,
    Citizenship,
    Province,
    Referral,
    DecidedBy,
    Permit,
    Outcome,
    Consent,
}
