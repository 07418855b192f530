using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>The countries that occur in the samples and how often, by sector.</summary>
internal static class Countries
{
    public static readonly Country Namibia = new("NAM", "NA", "Namibia", "Namibya");
    public static readonly Country Unknown = new("ZZZ", "ZZ", "", "Bilinmiyor", "");
    public static readonly Country Turkiye = new("TUR", "TR", "Turkey", "Türkiye", "TÜRKİYE", "Türkiye Cumhuriyeti");

    private static readonly Country Afghanistan = new("AFG", "AF", "Afghanistan", "Afganistan", "AFGANİSTAN");
    private static readonly Country Azerbaijan = new("AZE", "AZ", "Azerbaijan", "Azerbaycan");
    private static readonly Country Georgia = new("GEO", "GE", "Georgia", "Gürcistan", "GÜRCİSTAN");
    private static readonly Country Indonesia = new("IDN", "ID", "Indonesia", "Endonezya");
    private static readonly Country Iran = new("IRN", "IR", "Iran (Islamic Republic of)", "İran", "IRN");
    private static readonly Country Iraq = new("IRQ", "IQ", "Iraq", "Irak", "IRAK");
    private static readonly Country Kyrgyzstan = new("KGZ", "KG", "Kyrgyzstan", "Kırgızistan", "Kırgız Cumhuriyeti", "KIRGIZİSTAN");
    private static readonly Country Moldova = new("MDA", "MD", "Moldova, Republic of", "Moldova", "MOLDOVA");
    private static readonly Country Morocco = new("MAR", "MA", "Morocco", "Fas");
    private static readonly Country Pakistan = new("PAK", "PK", "Pakistan", "Pakistan", "PAKİSTAN");
    private static readonly Country Philippines = new("PHL", "PH", "Philippines", "Filipinler", "FİLİPİNLER");
    private static readonly Country Russia = new("RUS", "RU", "Russian Federation", "Rusya", "Rusya Federasyonu");
    private static readonly Country Syria = new("SYR", "SY", "Syrian Arab Republic", "Suriye", "SURİYE", "Suriye Arap Cumhuriyeti", "SY");
    private static readonly Country Turkmenistan = new("TKM", "TM", "Turkmenistan", "Türkmenistan", "TÜRKMENİSTAN");
    private static readonly Country Uganda = new("UGA", "UG", "Uganda", "Uganda");
    private static readonly Country Ukraine = new("UKR", "UA", "Ukraine", "Ukrayna", "UKRAYNA");
    private static readonly Country Uzbekistan = new("UZB", "UZ", "Uzbekistan", "Özbekistan", "ÖZBEKİSTAN");

    private static readonly Weighted<Country> Sexual = new(
        (Uzbekistan, 24), (Kyrgyzstan, 14), (Turkmenistan, 10), (Moldova, 9), (Ukraine, 9), (Turkiye, 9), (Syria, 8), (Georgia, 5),
        (Azerbaijan, 4), (Russia, 4), (Morocco, 2), (Iran, 1), (Unknown, 1));

    private static readonly Weighted<Country> Land = new(
        (Syria, 47), (Afghanistan, 26), (Turkiye, 12), (Pakistan, 7), (Iraq, 4), (Uzbekistan, 3), (Unknown, 1));

    private static readonly Weighted<Country> Sea = new((Syria, 40), (Afghanistan, 30), (Turkiye, 20), (Pakistan, 10));

    private static readonly Weighted<Country> Household = new(
        (Uzbekistan, 30), (Turkmenistan, 25), (Georgia, 15), (Philippines, 12), (Indonesia, 6), (Moldova, 5), (Uganda, 5), (Turkiye, 2));

    private static readonly Weighted<Country> Hotel = new(
        (Uzbekistan, 25), (Kyrgyzstan, 20), (Syria, 15), (Turkmenistan, 15), (Turkiye, 15), (Ukraine, 5), (Philippines, 5));

    private static readonly Weighted<Country> Street = new((Syria, 55), (Turkiye, 30), (Afghanistan, 9), (Iraq, 5), (Unknown, 1));

    private static readonly Weighted<Country> Workshop = new(
        (Syria, 42), (Afghanistan, 22), (Turkiye, 15), (Uzbekistan, 10), (Turkmenistan, 6), (Pakistan, 5));

    private static readonly Weighted<Country> Home = new((Syria, 45), (Turkiye, 25), (Afghanistan, 20), (Iraq, 6), (Iran, 4));

    public static Weighted<Country> OfSector(string sector) => sector switch
    {
        "FSX" or "POR" or "UNK" => Sexual,
        "AGR" => Land,
        "FSH" => Sea,
        "DOM" => Household,
        "TOU" => Hotel,
        "BEG" => Street,
        "NAP" => Home,
        _ => Workshop,
    };
}
