using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>Women, men, girls and boys by sector and form of exploitation.</summary>
internal static class Groups
{
    private static readonly Weighted<string> ForcedSexWork = Of(80, 6, 14, 0);
    private static readonly Weighted<string> Pornography = Of(60, 5, 30, 5);
    private static readonly Weighted<string> Household = Of(97, 0, 3, 0);
    private static readonly Weighted<string> Land = Of(30, 45, 0, 25);
    private static readonly Weighted<string> Sea = Of(0, 100, 0, 0);
    private static readonly Weighted<string> Hotel = Of(55, 30, 9, 6);
    private static readonly Weighted<string> Street = Of(10, 0, 47, 43);
    private static readonly Weighted<string> Building = Of(0, 92, 0, 8);
    private static readonly Weighted<string> Workshop = Of(30, 50, 8, 12);
    private static readonly Weighted<string> Marriage = Of(50, 0, 50, 0);
    private static readonly Weighted<string> Organs = Of(30, 70, 0, 0);
    private static readonly Weighted<string> Adoption = Of(0, 0, 100, 0);
    private static readonly Weighted<string> Soldiers = Of(0, 0, 10, 90);
    private static readonly Weighted<string> Mixed = Of(50, 25, 14, 11);

    public static Weighted<string> OfCase(string sector, string form) => (sector, form) switch
    {
        (_, "MAR") => Marriage,
        (_, "ORG") => Organs,
        (_, "ADO") => Adoption,
        (_, "CHS") => Soldiers,
        ("FSX", _) or ("UNK", "SEX") => ForcedSexWork,
        ("POR", _) => Pornography,
        ("DOM", _) => Household,
        ("AGR", _) => Land,
        ("FSH", _) => Sea,
        ("TOU", _) => Hotel,
        ("BEG", _) => Street,
        ("CON", _) => Building,
        ("MAN", _) => Workshop,
        _ => Mixed,
    };

    // In a hundred: forms of one sector are weighed against each other by their own weights alone.
    private static Weighted<string> Of(int women, int men, int girls, int boys) =>
        new(("WOM", women), ("MAN", men), ("GIR", girls), ("BOY", boys));
}
