using System.Globalization;
using System.Xml.Linq;
using Publication.Tables;
using Reports.Charts;
using Reports.Files;

namespace Reports.Tests.Charts;

/// <summary>A chart as its SVG says it.</summary>
internal sealed class DrawnChart
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public DrawnChart(ReportSource source, string id, Language language)
    {
        Model = ChartModelBuilder.Build(source, source.Tables.Single(t => t.Id == id), language);
        Bytes = ChartPicture.Svg(Model);
        using var stream = new MemoryStream(Bytes);
        Root = XDocument.Load(stream).Root!;
    }

    public ChartModel Model { get; }

    public byte[] Bytes { get; }

    public XElement Root { get; }

    public string Title => Root.Element(Svg + "title")!.Value;

    public string Description => Root.Element(Svg + "desc")!.Value;

    /// <summary>Left end and width of every bar, in drawn order.</summary>
    public IReadOnlyList<(double X, double Width)> Bars =>
        [.. Root.Descendants(Svg + "rect")
            .Where(r => (string?)r.Attribute("fill") is Palette.Ink or Palette.Bar)
            .Select(r => (Number(r, "x"), Number(r, "width")))];

    /// <summary>Ids of the letters that are drawn.</summary>
    public IEnumerable<string> Uses =>
        Root.Descendants(Svg + "use").Select(u => ((string)u.Attribute(XName.Get("href", "http://www.w3.org/1999/xlink"))!)[1..]);

    /// <summary>Number of hatched bands.</summary>
    public int Bands => Root.Descendants(Svg + "path").Count(p => (string?)p.Attribute("stroke") == Palette.Hatch && ((string)p.Attribute("d")!).Count(c => c == 'M') > 1);

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
