using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Publication.Tables;
using Reports.Charts;

namespace Reports.Tests.Charts;

public sealed class TradeOffChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Points_StandWhereTheirSharesAre()
    {
        var points = Draw([new("a", 0.5, 0, false), new("b", 0.05, 0.5, true), new("c", 0.005, 1, false)]);
        Assert.Equal(3, points.Length);

        // Each is a tenth of the one before, and half of the whole higher: equal steps both ways.
        Assert.Equal(points[0].X - points[1].X, points[1].X - points[2].X, 0.1);
        Assert.Equal(points[0].Y - points[1].Y, points[1].Y - points[2].Y, 0.1);
        Assert.True(points[0].X > points[2].X && points[0].Y > points[2].Y);
    }

    [Fact]
    public void Picture_IsSafeToPutOnAPage()
    {
        var text = Encoding.UTF8.GetString(Chart([new("k = 5 <&>", 0.2, 0.3, true)], Language.Tr).Svg());
        var root = XDocument.Parse(text).Root!;
        Assert.Equal(("img", "tr"), ((string?)root.Attribute("role"), (string?)root.Attribute(XNamespace.Xml + "lang")));
        Assert.Equal("Ne kadar?", root.Element(Svg + "title")!.Value);
        Assert.All(root.Descendants().Attributes("id"), id => Assert.StartsWith("frontier-", id.Value, StringComparison.Ordinal));
        Assert.All(new[] { "<script", "href=\"http", "<image", "<text", "url(", "font-family" }, unwanted => Assert.DoesNotContain(unwanted, text, StringComparison.Ordinal));
    }

    [Fact]
    public void NameWithoutAPlace_GivesWayToTheMarkedOne()
    {
        TradeOffPoint[] Points(string last) => [new("first", 0.1, 0.1, false), new("second", 0.1, 0.1, false), new(last, 0.1, 0.1, true)];
        Assert.NotEqual(Uses(Chart(Points("x"), Language.En)), Uses(Chart(Points("third"), Language.En)));
        Assert.Equal(Uses(Chart(Points("x"), Language.En)), Uses(Chart([.. Points("x")[..1], new("any other name", 0.1, 0.1, false), .. Points("x")[2..]], Language.En)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.0001, 0)]
    [InlineData(0.2, 0.9)]
    public void OnePoint_IsDrawnOnThePage(double across, double up)
    {
        var point = Assert.Single(Draw([new("k", across, up, true)]));
        Assert.InRange(point.X, 0, ChartCanvas.Width);
        Assert.InRange(point.Y, 0, ChartCanvas.Height);
    }

    private static TradeOffChart Chart(TradeOffPoint[] points, Language language) =>
        new() { Id = "frontier", Title = "Ne kadar?", Description = "…", Across = "risk", Up = "kayıp", Points = points, Language = language };

    private static int Uses(TradeOffChart chart) => XDocument.Parse(Encoding.UTF8.GetString(chart.Svg())).Descendants(Svg + "use").Count();

    /// <summary>The middle of each point, from the right.</summary>
    private static (double X, double Y)[] Draw(TradeOffPoint[] points) =>
    [
        .. XDocument.Parse(Encoding.UTF8.GetString(Chart(points, Language.En).Svg())).Descendants(Svg + "rect")
            .Where(r => (string?)r.Attribute("fill") is Palette.Ink or Palette.Stamp)
            .Select(r => (X: Number(r, "x") + (Number(r, "width") / 2), Y: Number(r, "y") + (Number(r, "height") / 2)))
            .OrderByDescending(p => p.X),
    ];

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
