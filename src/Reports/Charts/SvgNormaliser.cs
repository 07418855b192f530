using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Publication.Tables;

namespace Reports.Charts;

/// <summary>
/// Makes the drawing library's SVG fit to publish: no ids of the run, no clipping to the whole page, coordinates to a hundredth of a pixel, a
/// view box, and a title and description for those who do not see it.
/// </summary>
internal static class SvgNormaliser
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static byte[] Normalise(string xml, IEnumerable<ChartText> texts, PictureWords words)
    {
        var document = XDocument.Parse(xml);
        var root = document.Root!;
        root.Descendants(Svg + "clipPath").Remove();
        root.Descendants(Svg + "defs").Where(d => !d.HasElements).Remove();
        foreach (var group in root.Descendants(Svg + "g").Where(g => g.Attribute("clip-path") is not null).ToArray())
        {
            group.ReplaceWith(group.Elements());
        }

        foreach (var attribute in root.Descendants().Attributes().Where(a => a.Name.LocalName is "d" or "x" or "y" or "width" or "height" or "transform"))
        {
            attribute.Value = ShortNumbers.Shorten(attribute.Value);
        }

        root.Add(SvgGlyphs.Write(texts, words.Id));
        Describe(root, words);
        return Write(document);
    }

    private static void Describe(XElement root, PictureWords words)
    {
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {ChartCanvas.Width} {ChartCanvas.Height}"));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{words.Id}-title {words.Id}-desc");
        root.SetAttributeValue(XNamespace.Xml + "lang", words.Language == Language.Tr ? "tr" : "en");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{words.Id}-title"), words.Title),
            new XElement(Svg + "desc", new XAttribute("id", $"{words.Id}-desc"), words.Description));
    }

    private static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        }))
        {
            document.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
