using Host.Samples.Population;

namespace Host.Samples.Shapes.Htcds;

/// <summary>Labels of the standard's lists for codes; an empty text where the standard has none.</summary>
internal static class HtcdsWords
{
    public static string Status(CaseKind kind) => kind switch
    {
        CaseKind.Possible => "Possible victim of trafficking",
        CaseKind.NotAVictim => "Not a victim of trafficking",
        _ => "Actual victim of trafficking",
    };

    public static string Form(string code, bool child) => code switch
    {
        "SEX" => "Sexual exploitation",
        "LAB" => child ? "Child labour" : "Forced labour",
        "SRV" => "Servitude",
        "ORG" => "Organ removal",
        "BEG" => "Forced begging",
        "MAR" => "Forced marriage",
        "CHS" => "Forced military (by non-state actors)",
        "ADO" => "Forced adoption",
        "OTH" => "Other",
        _ => "",
    };

    /// <summary>ISIC section; for agriculture and fishing the label of the second tier, because the section would leave it open.</summary>
    public static string Industry(string code) => code switch
    {
        "AGR" => "Crop and animal production",
        "FSH" => "Fishing and aquaculture",
        "DOM" => "Activities of households as employers; undifferentiated goods- and services- producing activities of households for own use",
        "TOU" => "Accommodation and food service activities",
        "CON" => "Construction",
        "MAN" => "Manufacturing",
        "OTH" => "Wholesale and retail trade; repair of motor vehicles and motorcycles",
        _ => "",
    };

    public static string SexType(string code) => code switch
    {
        "FSX" => "Prostitution",
        "POR" => "Pornography",
        _ => "",
    };

    /// <summary>The toolkit's list leaves trailing blanks behind two of its labels; partners' files inherit them.</summary>
    public static string Means(string code) => code switch
    {
        "DebtBondage" => "Debt bondage  ",
        "TakesEarnings" => "Takes earnings",
        "RestrictsFinancialAccess" => "Restricts financial access",
        "Threats" => "Physical threats",
        "PsychologicalAbuse" => "Psychological abuse",
        "PhysicalAbuse" => "Physical abuse",
        "SexualAbuse" => "Sexual abuse",
        "FalsePromises" => "False promises",
        "PsychoactiveSubstances" => "Psychoactive substance",
        "RestrictsMedicalCare" => "Restricts medical care",
        "ExcessiveWorkingHours" => "Excessive working hours",
        "UsesChildren" => "Threatens children/family",
        "ThreatOfLawEnforcement" => "Threats of law enforcement",
        "WithholdsNecessities" => "Withholds necessities",
        "WithholdsDocuments" => "Withholds documents",
        _ => "Other",
    };

    public static string Referral(string code) => code switch
    {
        "POL" => "Police",
        "GEN" => "Gendarmerie",
        "PMM" => "Migration authority",
        "NGO" => "NGO",
        "HLT" => "Health service",
        "SOC" => "Social services",
        "H57" => "157 helpline",
        "SLF" => "Self",
        "OTH" => "Other",
        _ => "",
    };

    public static string Service(string code) => code switch
    {
        "SHE" => "Shelter",
        "HEA" => "Health",
        "PSY" => "Psychosocial support",
        "LEG" => "Legal aid",
        "EDU" => "Education",
        "WRK" => "Work",
        "CSH" => "Cash assistance",
        _ => "Interpretation",
    };

    public static string Permit(string code) => code switch
    {
        "REF" => "Reflection period",
        "FIR" => "First permit",
        "EXT" => "Extended",
        "CAN" => "Cancelled",
        "NON" => "None",
        _ => "",
    };

    public static string Outcome(string code) => code switch
    {
        "INT" => "Integration",
        "RET" => "Voluntary return",
        "THC" => "Third country",
        "LEF" => "Left",
        "ONG" => "Ongoing",
        _ => "",
    };
}
