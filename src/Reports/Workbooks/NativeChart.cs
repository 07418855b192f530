using System.Globalization;
using System.Xml.Linq;
using Publication.Tables;
using Reports.Charts;
using Reports.Indicators;
using Reports.Wording;

namespace Reports.Workbooks;

/// <summary>
/// The XML of a bar chart that Excel draws itself (ECMA-376, DrawingML charts), bound to the cells of a table sheet. The cached values are those
/// of shown cells only, and every cell that is not shown has its mark written at the foot of the bar.
/// </summary>
internal sealed class NativeChart(PlannedSheet planned, string tableSheet, int tableHeader, int labelHeader, string altText)
{
    public const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string MainUri = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private const string Ink = "12436D";
    private const string Grey = "3D3D3D";

    private static readonly XNamespace C = ChartUri;
    private static readonly XNamespace A = MainUri;

    public string SheetName => planned.Name;

    public string AltText => altText;

    public string Title => planned.Title;

    public int LabelHeader => labelHeader;

    /// <summary>Height in pixels that gives every bar room.</summary>
    public int Height => 130 + (Rows.Count * ((Columns.Count * 20) + 14));

    private TableView View => planned.View;

    private IReadOnlyList<int> Rows => ChartLabels.RowsOf(planned.View);

    private IReadOnlyList<int> Columns => ChartLabels.ColumnsOf(planned.View);

    public XDocument ToXml()
    {
        var language = View.Language == Language.Tr ? "tr-TR" : "en-GB";
        var plot = new XElement(
            C + "plotArea",
            new XElement(C + "layout"),
            new XElement(
                C + "barChart",
                Value("barDir", "bar"),
                Value("grouping", "clustered"),
                Value("varyColors", "0"),
                Columns.Select(Series),
                Value("gapWidth", Columns.Count == 1 ? "45" : "60"),
                Value("axId", "1"),
                Value("axId", "2")),
            CategoryAxis(),
            ValueAxis());
        return new XDocument(
            new XDeclaration("1.0", "UTF-8", "yes"),
            new XElement(
                C + "chartSpace",
                new XAttribute(XNamespace.Xmlns + "c", ChartUri),
                new XAttribute(XNamespace.Xmlns + "a", MainUri),
                Value("date1904", "0"),
                Value("lang", language),
                Value("roundedCorners", "0"),
                new XElement(
                    C + "chart",
                    new XElement(C + "title", new XElement(C + "tx", Rich(planned.Title, 1300, isBold: true, Ink)), Value("overlay", "0")),
                    Value("autoTitleDeleted", "0"),
                    plot,
                    Columns.Count > 1 ? new XElement(C + "legend", Value("legendPos", "t"), Value("overlay", "0"), TextStyle(1000, Grey)) : null,
                    Value("plotVisOnly", "1"),
                    Value("dispBlanksAs", "gap")),
                new XElement(C + "spPr", Fill("FFFFFF"), new XElement(A + "ln", new XElement(A + "noFill"))),
                TextStyle(1000, Grey)));
    }

    private XElement Series(int column, int index)
    {
        var figures = Rows.Select(r => View.At(r, column)).ToArray();
        return new XElement(
            C + "ser",
            Value("idx", Text(index)),
            Value("order", Text(index)),
            new XElement(C + "tx", StringReference(Range(tableSheet, column + 2, tableHeader, tableHeader), [planned.Grid.Columns[column].Header])),
            new XElement(C + "spPr", Fill(Palette.Series[index % Palette.Series.Count][1..])),
            Value("invertIfNegative", "0"),
            Labels(figures),
            new XElement(C + "cat", StringReference(Range(SheetName, 1, labelHeader + 1, labelHeader + Rows.Count), Rows.Select(r => ChartLabels.Of(View, r)))),
            new XElement(C + "val", NumberReference(Range(tableSheet, column + 2, tableHeader + 1 + Rows[0], tableHeader + 1 + Rows[^1]), figures)));
    }

    private static XElement Labels(Figure[] figures) => new(
        C + "dLbls",
        figures.Select((f, i) => f.IsShown ? null : new XElement(
            C + "dLbl",
            Value("idx", Text(i)),
            new XElement(C + "tx", Rich(Shorthand.Of(f.State), 1000, isBold: false, Grey)),
            Value("dLblPos", "outEnd"),
            LabelSwitches())),
        new XElement(C + "numFmt", new XAttribute("formatCode", "#,##0"), new XAttribute("sourceLinked", "0")),
        new XElement(C + "spPr", new XElement(A + "noFill"), new XElement(A + "ln", new XElement(A + "noFill"))),
        TextStyle(1000, Grey),
        Value("dLblPos", "outEnd"),
        LabelSwitches());

    private static XElement[] LabelSwitches() =>
    [
        Value("showLegendKey", "0"),
        Value("showVal", "1"),
        Value("showCatName", "0"),
        Value("showSerName", "0"),
        Value("showPercent", "0"),
        Value("showBubbleSize", "0"),
    ];

    private static XElement CategoryAxis() => new(
        C + "catAx",
        Value("axId", "1"),
        new XElement(C + "scaling", Value("orientation", "maxMin")),
        Value("delete", "0"),
        Value("axPos", "l"),
        new XElement(C + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", "9525"), Fill("8C8C8C"))),
        TextStyle(1000, Grey),
        Value("crossAx", "2"),
        Value("crosses", "autoZero"),
        Value("auto", "1"),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", "100"),
        Value("noMultiLvlLbl", "1"));

    // Every bar carries its figure, so the scale is not drawn; it begins at zero all the same.
    private static XElement ValueAxis() => new(
        C + "valAx",
        Value("axId", "2"),
        new XElement(C + "scaling", Value("orientation", "minMax"), Value("min", "0")),
        Value("delete", "1"),
        Value("axPos", "t"),
        new XElement(C + "numFmt", new XAttribute("formatCode", "#,##0"), new XAttribute("sourceLinked", "0")),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        Value("crossAx", "1"),
        Value("crosses", "autoZero"),
        Value("crossBetween", "between"));

    private static XElement StringReference(string formula, IEnumerable<string> texts)
    {
        var all = texts.ToArray();
        return new XElement(
            C + "strRef",
            new XElement(C + "f", formula),
            new XElement(C + "strCache", Value("ptCount", Text(all.Length)), all.Select((t, i) => Point(i, t))));
    }

    private static XElement NumberReference(string formula, Figure[] figures) => new(
        C + "numRef",
        new XElement(C + "f", formula),
        new XElement(
            C + "numCache",
            new XElement(C + "formatCode", "#,##0"),
            Value("ptCount", Text(figures.Length)),
            figures.Select((f, i) => f.IsShown ? Point(i, f.Value.ToString("0", CultureInfo.InvariantCulture)) : null)));

    private static XElement Point(int index, string value) => new(C + "pt", new XAttribute("idx", Text(index)), new XElement(C + "v", value));

    private static XElement Rich(string text, int size, bool isBold, string colour) => new(
        C + "rich",
        new XElement(A + "bodyPr"),
        new XElement(
            A + "p",
            new XElement(A + "pPr", new XElement(A + "defRPr", FontAttributes(size, isBold), Fill(colour))),
            new XElement(A + "r", new XElement(A + "rPr", FontAttributes(size, isBold), Fill(colour)), new XElement(A + "t", text))));

    private static XElement TextStyle(int size, string colour) => new(
        C + "txPr",
        new XElement(A + "bodyPr"),
        new XElement(
            A + "p",
            new XElement(
                A + "pPr",
                new XElement(A + "defRPr", FontAttributes(size, isBold: false), Fill(colour), new XElement(A + "latin", new XAttribute("typeface", SheetWriter.FontName)))),
            new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB"))));

    private static XAttribute[] FontAttributes(int size, bool isBold) => [new("sz", Text(size)), new("b", isBold ? "1" : "0")];

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string Range(string sheet, int column, int first, int last)
    {
        var letter = (char)('A' + column - 1);
        var start = string.Create(CultureInfo.InvariantCulture, $"'{sheet}'!${letter}${first}");
        return first == last ? start : string.Create(CultureInfo.InvariantCulture, $"{start}:${letter}${last}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
