namespace Host.Samples.Shapes.Htcds;

/// <summary>
/// Names (row 1, hidden) and labels (row 2) of the toolkit's workbook, HTCDS 2.0. They are kept as the toolkit has them: one name is misspelt, one
/// is missing, and the five names of the mailing address stand in another order than their labels.
/// </summary>
internal static class HtcdsColumns
{
    public static readonly IReadOnlyList<(string Name, string Label)> Core =
    [
        ("cas_CaseOwner", "Case Owner"),
        ("prs_Salutation", "Salutation"),
        ("prs_FirstName", "First Name"),
        ("prs_SecondName", "Second Name"),
        ("con_Consent", "Consent"),
        ("prs_Birthdate", "Birthdate"),
        ("prs_Gender", "Gender"),
        ("prs_Citizenship", "Citizenship"),
        ("prs_Title", "Title"),
        ("prs_Email", "Email"),
        ("prs_HomePhone", "Home Phone"),
        ("prs_MobilePhone", "Mobile Phone"),
        ("prs_MailingCity", "Mailing Street"),
        ("prs_MailingCountry", "Mailing City"),
        ("prs_MailingState", "Mailing State/Province"),
        ("prs_MailingStreet", "Mailing Zip/Postal Code"),
        ("prs_MailingPostalCode", "Mailing Country"),
        ("vic_TraffickingStatus", "Trafficking Status"),
        ("vic_TraffickinStatusDecisionMakingOrg", "Trafficking Status Decision Making Organization"),
        ("vic_MethodOfRecruitment", "Method of Recruitment"),
        ("vic_LocationOfRecruitment", "Location of Recruitment"),
        ("vic_MethodsOfControl", "Methods of Control"),
        ("vic_TypeOfExploitation", "Type of Exploitation"),
        ("vic_ForcedLabourIndustry", "Forced Labour Industry"),
        ("vic_TypeOfSexExploitation", "Type of Sex Exploitation"),
        ("vic_LocationOfExploitation", "Location of Exploitation"),
        ("cas_Status", "Status"),
        ("cas_ReferringOrganisation", "Referring Organisation"),
        ("cas_IncomingReferralDate", "Incoming Referral Date"),
        ("cas_ReferringPrimaryCaseWorker", "Referring Primary Case Worker"),
        ("cas_ReasonForIncomingReferral", "Reason for Incoming Referral"),
        ("cas_IncomingReferralDetails", "Incoming Referral Details"),
        ("cas_ReferredOrganisation", "Referred Organisation"),
        ("cas_ReferredPrimaryCaseWorker", "Referred Primary Case Worker"),
        ("", "Reason for Outgoing Referral"),
        ("cas_OutgoingReferralDate", "Outgoing Referral Date"),
        ("cas_OutgoingReferralDetails", "Outgoing Referral Details"),
        ("cas_ReasonForCaseClosure", "Reason for Case Closure"),
    ];

    /// <summary>What the standard has no field for; a partner adds it at the right.</summary>
    public static readonly IReadOnlyList<(string Name, string Label)> Extension =
    [
        ("ext_CaseNumber", "Case Number"),
        ("ext_IdentificationDate", "Identification Date"),
        ("ext_Province", "Province"),
        ("ext_Services", "Services"),
        ("ext_ServiceDate", "Service Date"),
        ("ext_ResidencePermit", "Residence Permit"),
        ("ext_PermitDate", "Permit Date"),
        ("ext_Outcome", "Outcome"),
        ("ext_ReturnDate", "Return Date"),
    ];
}
