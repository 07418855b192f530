using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reports.Workbooks;

/// <summary>Adds native charts to a saved workbook. Relationship ids are given, never left to chance, so that the bytes are the same each time.</summary>
internal static class NativeChartInserter
{
    private const string DrawingUri = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private const string RelationUri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int EmuPerPixel = 9525;
    private const int Width = 860;

    // Column D: the names stand in A and B.
    private const int LeftColumn = 3;

    private static readonly XNamespace Xdr = DrawingUri;
    private static readonly XNamespace A = NativeChart.MainUri;
    private static readonly XNamespace C = NativeChart.ChartUri;
    private static readonly XNamespace R = RelationUri;

    public static void Insert(SpreadsheetDocument document, IEnumerable<NativeChart> charts)
    {
        var workbook = document.WorkbookPart!;
        var sheets = workbook.Workbook.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => s.Id!.Value!, StringComparer.Ordinal);
        foreach (var chart in charts)
        {
            var sheet = (WorksheetPart)workbook.GetPartById(sheets[chart.SheetName]);
            var id = NextId(sheet);
            var drawing = sheet.AddNewPart<DrawingsPart>(id);
            var part = drawing.AddNewPart<ChartPart>("rId1");
            Feed(part, chart.ToXml());
            Feed(drawing, Anchor(chart));

            // The schema wants the drawing before the list of tables.
            var place = new Drawing { Id = id };
            if (sheet.Worksheet.GetFirstChild<TableParts>() is { } tables)
            {
                tables.InsertBeforeSelf(place);
            }
            else
            {
                sheet.Worksheet.Append(place);
            }

            sheet.Worksheet.Save();
        }
    }

    private static string NextId(WorksheetPart sheet)
    {
        var taken = sheet.Parts.Select(p => p.RelationshipId)
            .Concat(sheet.HyperlinkRelationships.Select(h => h.Id))
            .Concat(sheet.ExternalRelationships.Select(e => e.Id))
            .ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"rId{n}")).First(i => !taken.Contains(i));
    }

    private static XDocument Anchor(NativeChart chart) => new(
        new XDeclaration("1.0", "UTF-8", "yes"),
        new XElement(
            Xdr + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", DrawingUri),
            new XAttribute(XNamespace.Xmlns + "a", NativeChart.MainUri),
            new XElement(
                Xdr + "oneCellAnchor",
                new XElement(
                    Xdr + "from",
                    new XElement(Xdr + "col", LeftColumn),
                    new XElement(Xdr + "colOff", 0),
                    new XElement(Xdr + "row", chart.LabelHeader - 1),
                    new XElement(Xdr + "rowOff", 0)),
                new XElement(Xdr + "ext", new XAttribute("cx", Width * EmuPerPixel), new XAttribute("cy", chart.Height * EmuPerPixel)),
                new XElement(
                    Xdr + "graphicFrame",
                    new XAttribute("macro", string.Empty),
                    new XElement(
                        Xdr + "nvGraphicFramePr",
                        new XElement(
                            Xdr + "cNvPr",
                            new XAttribute("id", 2),
                            new XAttribute("name", chart.SheetName),
                            new XAttribute("descr", chart.AltText),
                            new XAttribute("title", chart.Title)),
                        new XElement(Xdr + "cNvGraphicFramePr")),
                    new XElement(
                        Xdr + "xfrm",
                        new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                        new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                    new XElement(
                        A + "graphic",
                        new XElement(
                            A + "graphicData",
                            new XAttribute("uri", NativeChart.ChartUri),
                            new XElement(
                                C + "chart",
                                new XAttribute(XNamespace.Xmlns + "c", NativeChart.ChartUri),
                                new XAttribute(XNamespace.Xmlns + "r", RelationUri),
                                new XAttribute(R + "id", "rId1"))))),
                new XElement(Xdr + "clientData"))));

    private static void Feed(OpenXmlPart part, XDocument xml)
    {
        using var stream = new MemoryStream(PackageXml.Write(xml));
        part.FeedData(stream);
    }
}
