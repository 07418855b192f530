namespace Host.Samples.Population;

/// <summary>Turkish casing and the ways in which keyboards and programs lose it, whatever the culture of the machine.</summary>
internal static class TurkishLetters
{
    public static char Upper(char letter) => letter switch
    {
        'i' => 'İ',
        'ı' => 'I',
        _ => char.ToUpperInvariant(letter),
    };

    /// <summary>As a Turkish program writes capitals: ışık → IŞIK, ipek → İPEK.</summary>
    public static string Upper(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = Upper(source[i]);
    });

    /// <summary>As a program without Turkish rules writes capitals: ipek → IPEK.</summary>
    public static string UpperInvariant(string text) => Plain(text).ToUpperInvariant();

    /// <summary>As a keyboard without Turkish letters writes it: Işık → Isik.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = Plain(source[i]);
    });

    private static char Plain(char letter) => letter switch
    {
        'ı' => 'i',
        'İ' => 'I',
        'ş' => 's',
        'Ş' => 'S',
        'ğ' => 'g',
        'Ğ' => 'G',
        'ç' => 'c',
        'Ç' => 'C',
        'ö' => 'o',
        'Ö' => 'O',
        'ü' => 'u',
        'Ü' => 'U',
        'â' => 'a',
        'Â' => 'A',
        _ => letter,
    };
}
