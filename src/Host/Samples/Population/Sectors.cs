using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>How the samples spread over sectors, and what depends on the sector.</summary>
internal static class Sectors
{
    /// <summary>Sector and its share in a thousand.</summary>
    public static readonly Weighted<string> All = new(
        ("FSX", 395), ("DOM", 95), ("AGR", 90), ("BEG", 85), ("NAP", 80), ("MAN", 75), ("UNK", 45), ("CON", 40), ("TOU", 40), ("POR", 30),
        ("OTH", 15), ("FSH", 10));

    private static readonly Weighted<string> Sexual = new(("SEX", 1));
    private static readonly Weighted<string> Begging = new(("BEG", 1));
    private static readonly Weighted<string> Household = new(("LAB", 82), ("SRV", 14), ("SLV", 4));
    private static readonly Weighted<string> Land = new(("LAB", 92), ("SLV", 5), ("SRV", 3));
    private static readonly Weighted<string> Labour = new(("LAB", 96), ("SLV", 4));
    private static readonly Weighted<string> Other = new(("LAB", 70), ("CRM", 15), ("OTH", 15));
    private static readonly Weighted<string> NoSector = new(("MAR", 80), ("ORG", 7), ("ADO", 6), ("OTH", 3), ("CHS", 2), ("CRM", 2));
    private static readonly Weighted<string> Unknown = new(("SEX", 75), ("LAB", 25));

    public static Weighted<string> FormsOf(string sector) => sector switch
    {
        "FSX" or "POR" => Sexual,
        "BEG" => Begging,
        "DOM" => Household,
        "AGR" => Land,
        "OTH" => Other,
        "NAP" => NoSector,
        "UNK" => Unknown,
        _ => Labour,
    };
}
