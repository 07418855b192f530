namespace Host.Tabular;

/// <summary>The character between the cells of a text file.</summary>
internal static class DelimiterOption
{
    private const char Default = ',';

    /// <returns>Null where it can be none: it is one ASCII character, neither a quote nor a line break.</returns>
    public static char? Read(string? text) => text switch
    {
        null => Default,
        "\\t" => '\t',
        [var one] when char.IsAscii(one) && one is not ('"' or '\r' or '\n') => one,
        _ => null,
    };
}
