using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>Women, men, girls and boys by sector and form of exploitation.</summary>
internal static class Groups
{
    private static readonly Weighted<string> ForcedSexWork = Of(80, 3, 14, 3);
    private static readonly Weighted<string> Pornography = Of(60, 5, 30, 5);
    private static readonly Weighted<string> Household = Of(90, 2, 8, 0);
    private static readonly Weighted<string> Land = Of(28, 40, 10, 22);
    private static readonly Weighted<string> Sea = Of(2, 80, 0, 18);
    private static readonly Weighted<string> Hotel = Of(55, 30, 9, 6);
    private static readonly Weighted<string> Street = Of(22, 8, 38, 32);
    private static readonly Weighted<string> Building = Of(0, 88, 0, 12);
    private static readonly Weighted<string> Workshop = Of(25, 45, 12, 18);
    private static readonly Weighted<string> Marriage = Of(55, 0, 45, 0);
    private static readonly Weighted<string> Organs = Of(30, 70, 0, 0);
    private static readonly Weighted<string> Adoption = Of(0, 0, 50, 50);
    private static readonly Weighted<string> Soldiers = Of(0, 0, 10, 90);
    private static readonly Weighted<string> Mixed = Of(50, 25, 14, 11);

    public static Weighted<string> OfCase(string sector, string form) => (sector, form) switch
    {
        (_, "MAR") => Marriage,
        (_, "ORG") => Organs,
        (_, "ADO") => Adoption,
        (_, "CHS") => Soldiers,
        ("FSX", _) => ForcedSexWork,
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

    private static Weighted<string> Of(int women, int men, int girls, int boys) =>
        new(("WOM", women), ("MAN", men), ("GIR", girls), ("BOY", boys));
}
