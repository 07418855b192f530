using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Reports.Charts;

/// <summary>
/// Texts as SVG outlines: each letter is defined once and used wherever it occurs, which makes the file a fifth of what it would be with
/// every outline written out. Needs no font, and works inside an image element.
/// </summary>
internal static class SvgGlyphs
{
    // Letters are defined at this size in pixels and scaled when used.
    private const float Em = 100;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    public static IEnumerable<XElement> Write(IEnumerable<ChartText> texts, string prefix)
    {
        var glyphs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        XElement[] groups = [.. texts.Select(t => Group(t, prefix, glyphs))];
        return
        [
            new XElement(Svg + "defs", glyphs.Select(g => new XElement(Svg + "path", new XAttribute("id", g.Key), new XAttribute("d", g.Value)))),
            .. groups,
        ];
    }

    private static XElement Group(ChartText text, string prefix, SortedDictionary<string, string> glyphs)
    {
        using var font = ChartFonts.Make(Em, text.IsBold);
        var ids = font.GetGlyphs(text.Words);
        var places = font.GetGlyphPositions(ids);
        var group = new XElement(
            Svg + "g",
            new XAttribute("fill", text.Colour),
            text.Opacity < 1 ? new XAttribute("fill-opacity", Number(text.Opacity)) : null,
            new XAttribute("transform", Transform(text)));
        for (var i = 0; i < ids.Length; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{(text.IsBold ? 'b' : 'r')}{ids[i]}");
            if (!glyphs.TryGetValue(name, out var outline))
            {
                glyphs[name] = outline = OutlineOf(font, ids[i]);
            }

            // A space has no outline and needs none.
            if (outline.Length > 0)
            {
                group.Add(new XElement(Svg + "use", new XAttribute(XLink + "href", $"#{name}"), new XAttribute("x", Number(places[i].X))));
            }
            else
            {
                glyphs.Remove(name);
            }
        }

        return group;
    }

    private static string Transform(ChartText text)
    {
        var scale = Number(text.Size / Em, "0.######");
        var place = $"translate({Number(text.Left)} {Number(text.Baseline)}) scale({scale})";
        return text.Angle == 0 ? place : $"rotate({Number(text.Angle)} {Number(text.X)} {Number(text.Baseline)}) {place}";
    }

    private static string OutlineOf(SKFont font, ushort glyph)
    {
        using var path = font.GetGlyphPath(glyph);
        return path is null || path.IsEmpty ? string.Empty : ShortNumbers.Shorten(path.ToSvgPathData());
    }

    private static string Number(float value, string format = "0.##") => value.ToString(format, CultureInfo.InvariantCulture);
}
