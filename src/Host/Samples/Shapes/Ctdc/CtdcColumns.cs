namespace Host.Samples.Shapes.Ctdc;

/// <summary>Names of the columns of the Global Dataset, in its order.</summary>
internal static class CtdcColumns
{
    public const string Terms = "By using this data you agree to the Terms of Use: https://www.ctdatacollaborative.org/terms-use";

    public static readonly string[] Frame =
        ["yearOfRegistration", "Datasource", "gender", "ageBroad", "majorityStatus", "majorityStatusAtExploit", "majorityEntry", "citizenship"];

    public static readonly string[] Means =
    [
        "DebtBondage", "TakesEarnings", "RestrictsFinancialAccess", "Threats", "PsychologicalAbuse", "PhysicalAbuse", "SexualAbuse",
        "FalsePromises", "PsychoactiveSubstances", "RestrictsMovement", "RestrictsMedicalCare", "ExcessiveWorkingHours", "UsesChildren",
        "ThreatOfLawEnforcement", "WithholdsNecessities", "WithholdsDocuments", "Other",
    ];

    public static readonly string[] Exploitation =
    [
        "isForcedLabour", "isSexualExploit", "isOtherExploit", "isSexAndLabour", "isForcedMarriage", "isForcedMilitary", "isOrganRemoval",
        "isSlaveryAndPractices",
    ];

    public static readonly string[] Labour =
    [
        "Agriculture", "Aquafarming", "Begging", "Construction", "DomesticWork", "Hospitality", "IllicitActivities", "Manufacturing",
        "MiningOrDrilling", "Peddling", "Transportation", "Other", "NotSpecified",
    ];

    public static readonly string[] Sex = ["Prostitution", "Pornography", "RemoteInteractiveServices", "PrivateSexualServices"];

    public static readonly string[] Recruiter = ["IntimatePartner", "Friend", "Family", "Other", "Unknown"];

    /// <summary>Added by the partners so that a case can be found again and belongs to a quarter.</summary>
    public static readonly string[] Extension = ["caseNumber", "registrationDate", "identificationDate", "traffickingStatus"];

    /// <summary>The whole header of a dialect.</summary>
    public static string[] Header(CtdcDialect dialect)
    {
        string labour = dialect.FlagPrefix + "Labour";
        string sex = dialect.FlagPrefix + "Sex";
        return
        [
            .. dialect.HasTermsColumn ? [Terms] : Array.Empty<string>(),
            .. Frame,
            .. Means.Select(name => "meansOfControl" + name), "meansOfControlNotSpecified", "meansOfControlConcatenated",
            .. Exploitation, "typeOfExploitConcatenated",
            .. Labour.Select(name => labour + name), labour + "Concatenated",
            .. Sex.Select(name => sex + name), sex + "Concatenated",
            "isAbduction", "RecruiterRelationship", "CountryOfExploitation",
            .. Recruiter.Select(name => "recruiterRelation" + name),
            .. Extension,
        ];
    }
}
