namespace Host.Samples.Population;

/// <summary>
/// Invented names: a given name and a surname of four made-up syllables that no family bears. Surnames do not repeat within a million people, so
/// two records of the samples are one person only where the truth files say so.
/// </summary>
internal static class Names
{
    private const int SyllableBits = 5;
    private const int SurnameBits = 4 * SyllableBits;

    private static readonly string[] Female =
    [
        "Ayşe", "Işıl", "İpek", "Çiğdem", "Şirin", "Gülşen", "Irmak", "Filiz", "Yıldız", "Nilüfer", "İnci", "Sibel", "Özgül", "Dilşad", "Kıvılcım", "Iraz",
    ];

    private static readonly string[] Male =
    [
        "İlker", "Işıkhan", "Çağrı", "Şükrü", "Ümit", "Yiğit", "İdris", "Ilgaz", "Oğuz", "Kadir", "Rıza", "Özgür", "Fikri", "Sıtkı", "Gökhan", "İlyas",
    ];

    // Two letters each and different even without their marks, so that no two surnames fold to the same letters.
    private static readonly string[] Syllables =
    [
        "ba", "be", "bı", "bö", "da", "de", "di", "dü", "ga", "ge", "kı", "ko", "la", "le", "li", "lu",
        "ma", "me", "mi", "mu", "na", "ne", "nı", "no", "şa", "şe", "şı", "çö", "ra", "re", "rü", "zo",
    ];

    public static string Given(string group, int ordinal)
    {
        string[] names = group is "MAN" or "BOY" ? Male : Female;
        return names[(int)((uint)(ordinal * 7) % (uint)names.Length)];
    }

    public static string Surname(int ordinal)
    {
        // An odd multiplier permutes the residues: neighbours in the file get unlike surnames, and none repeats before all are used.
        uint code = unchecked((uint)ordinal * 0x9E3779B1u) & ((1u << SurnameBits) - 1);
        Span<char> letters = stackalloc char[8];
        for (int i = 0; i < 4; i++)
        {
            string syllable = Syllables[(int)((code >> (i * SyllableBits)) & 31)];
            syllable.CopyTo(letters[(2 * i)..]);
        }

        letters[0] = TurkishLetters.Upper(letters[0]);
        return new string(letters);
    }
}
