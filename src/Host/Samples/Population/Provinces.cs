using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>The provinces that occur in the samples and how often.</summary>
internal static class Provinces
{
    public static readonly Weighted<Province> All = new(
        (new("İstanbul", "İSTANBUL", "ISTANBUL"), 24),
        (new("Ankara", "ANKARA"), 12),
        (new("Antalya", "ANTALYA"), 9),
        (new("İzmir", "İZMİR"), 8),
        (new("Gaziantep", "GAZİANTEP", "Antep"), 7),
        (new("Şanlıurfa", "Urfa", "ŞANLIURFA"), 7),
        (new("Adana", "ADANA"), 5),
        (new("Mersin", "MERSİN", "İçel"), 5),
        (new("Hatay", "HATAY"), 5),
        (new("Bursa", "BURSA"), 4),
        (new("Kahramanmaraş", "K.Maraş", "KAHRAMANMARAŞ"), 3),
        (new("Muğla", "MUĞLA"), 3),
        (new("Afyonkarahisar", "Afyon", "AFYON"), 2),
        (new("Iğdır", "IĞDIR"), 2),
        (new("Van", "VAN"), 2),
        (new("Trabzon", "TRABZON"), 2));
}
