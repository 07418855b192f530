using SkiaSharp;

namespace Reports.Charts;

/// <summary>
/// The font of every picture, from the assembly itself: a picture looks the same on a machine without fonts, and has every Turkish letter.
/// </summary>
internal static class ChartFonts
{
    private static readonly SKTypeface Regular = Load("Fonts/NotoSans-Regular.ttf");
    private static readonly SKTypeface Bold = Load("Fonts/NotoSans-Bold.ttf");

    public static SKTypeface Of(bool isBold) => isBold ? Bold : Regular;

    public static float Width(string text, float size, bool isBold)
    {
        using var font = Make(size, isBold);
        return font.MeasureText(text);
    }

    /// <summary>The outline of a text whose base line begins at the origin.</summary>
    public static SKPath Outline(string text, float size, bool isBold)
    {
        using var font = Make(size, isBold);
        return font.GetTextPath(text, default(SKPoint));
    }

    /// <summary>Breaks a text into lines no wider than this; a single longer word stays whole, and a bracket stays with what it explains.</summary>
    public static IReadOnlyList<string> Wrap(string text, float size, bool isBold, float width)
    {
        using var font = Make(size, isBold);
        var lines = new List<string>();
        var line = string.Empty;
        foreach (var word in WordsOf(text))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var pending = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pending.Length > 0 && word[0] != '(')
            {
                yield return pending;
                pending = string.Empty;
            }

            pending = pending.Length == 0 ? word : $"{pending} {word}";
        }

        yield return pending;
    }

    // No hinting and no subpixel tricks: outlines are those of the font, wherever they are drawn.
    public static SKFont Make(float size, bool isBold) => new(Of(isBold), size) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(ChartFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no font.");
    }
}
