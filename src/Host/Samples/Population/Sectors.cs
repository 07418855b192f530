using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>How the samples spread over sectors, and what depends on the sector.</summary>
internal static class Sectors
{
    /// <summary>Sector and its share in a thousand.</summary>
    public static readonly Weighted<string> All = new(
        ("FSX", 400), ("AGR", 90), ("DOM", 90), ("BEG", 80), ("NAP", 80), ("MAN", 70), ("CON", 40), ("TOU", 40), ("UNK", 40), ("POR", 30),
        ("FSH", 20), ("OTH", 20));

    private static readonly Weighted<string> Sexual = new(("SEX", 1));
    private static readonly Weighted<string> Begging = new(("BEG", 1));
    private static readonly Weighted<string> Household = new(("LAB", 82), ("SRV", 14), ("SLV", 4));
    private static readonly Weighted<string> Land = new(("LAB", 92), ("SLV", 5), ("SRV", 3));
    private static readonly Weighted<string> Labour = new(("LAB", 96), ("SLV", 4));
    private static readonly Weighted<string> Other = new(("LAB", 70), ("CRM", 15), ("OTH", 15));
    private static readonly Weighted<string> NoSector = new(("MAR", 74), ("ORG", 8), ("ADO", 8), ("CHS", 4), ("OTH", 4), ("CRM", 2));
    private static readonly Weighted<string> Unknown = new(("SEX", 50), ("LAB", 37), ("UNK", 9), ("SLV", 4));

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

    /// <summary>
    /// Sector weights of one quarter: the yearly shares, moved by season (field work in summer and autumn, hotels in summer) and by up to a
    /// seventh at random, so that quarters differ as real ones do.
    /// </summary>
    public static int[] WeightsOf(SamplePeriod period, Pcg32 random)
    {
        int[] weights = new int[All.Items.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            (string sector, int weight) = All.Items[i];
            int season = (sector, period.Quarter) switch
            {
                ("AGR", 2 or 3) => 120,
                ("AGR", _) => 82,
                ("TOU", 3) => 130,
                ("TOU", 1) => 80,
                _ => 100,
            };
            weights[i] = weight * season * (86 + random.Below(29));
        }

        return weights;
    }
}
