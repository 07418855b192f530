namespace Reports.Workbooks;

/// <summary>Breaks a long text into lines, because lines above a table must neither be merged nor make its first column wide.</summary>
internal static class TextLines
{
    /// <summary>Height of one line, in points.</summary>
    public const double LineHeight = 16;

    private const int Longest = 110;

    /// <summary>
    /// Height of a row in points for a text that wraps in a column of this width (in characters). Worked out here because fitting needs the
    /// fonts of the machine.
    /// </summary>
    public static double HeightOf(string text, double width) => Math.Max(1, Wrapped(text, (int)(width * 1.18)).Count()) * LineHeight;

    public static IEnumerable<string> Break(string text) => Wrapped(text, Longest);

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var rest = text;
        while (rest.Length > width)
        {
            var at = rest.LastIndexOf(' ', width);
            if (at <= 0)
            {
                break;
            }

            yield return rest[..at];
            rest = rest[(at + 1)..];
        }

        yield return rest;
    }
}
