using System.Text.RegularExpressions;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Reports.Tests.Workbooks;

/// <summary>Checks native charts: bound to cells, nothing in the cache that the cells do not show, marks visible, words for those who do not see.</summary>
internal static partial class ChartConformance
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    public static void Check(SheetContent sheet, SheetContent[] sheets, List<string> broken)
    {
        if (sheet.Part.DrawingsPart is not { } drawing)
        {
            return;
        }

        WorkbookConformance.Demand(sheet.Tables.All(t => t.Name!.Value!.StartsWith("Labels_", StringComparison.Ordinal)), $"10: {sheet.Name} has a chart beside data", broken);
        var names = Load(drawing).Descendants(Xdr + "cNvPr").ToArray();
        WorkbookConformance.Demand(names.All(n => ((string?)n.Attribute("descr"))?.Length > 30), $"10: the chart on {sheet.Name} has no alt text", broken);
        foreach (var part in drawing.ChartParts)
        {
            var chart = Load(part);
            foreach (var series in chart.Descendants(C + "ser"))
            {
                CheckSeries(sheet, series, sheets, broken);
            }

            WorkbookConformance.Demand((string?)chart.Descendants(C + "valAx").Single().Descendants(C + "min").Single().Attribute("val") == "0", $"10: {sheet.Name} does not begin at zero", broken);
        }
    }

    private static void CheckSeries(SheetContent sheet, XElement series, SheetContent[] sheets, List<string> broken)
    {
        var values = series.Element(C + "val")!.Element(C + "numRef")!;
        var names = series.Element(C + "cat")!.Element(C + "strRef")!;
        var cells = Cells(values.Element(C + "f")!.Value, sheets);
        var labels = Cells(names.Element(C + "f")!.Value, sheets);
        var cache = Cache(values);
        var own = series.Element(C + "dLbls")!.Elements(C + "dLbl").ToDictionary(
            l => (int)l.Element(C + "idx")!.Attribute("val")!,
            l => string.Concat(l.Descendants().Where(d => d.Name.LocalName == "t").Select(t => t.Value)));
        WorkbookConformance.Demand(cells.Length == labels.Length, $"10: {sheet.Name} has names for other bars", broken);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not { } cell || labels[i] is not { } label)
            {
                broken.Add($"10: {sheet.Name} is bound to empty cells");
                continue;
            }

            if (cell.IsMark)
            {
                WorkbookConformance.Demand(!cache.ContainsKey(i), $"10: {sheet.Name} caches a figure that is not shown", broken);
                WorkbookConformance.Demand(MarkAtEnd().IsMatch(label.Text), $"10: {sheet.Name} hides a figure without a mark", broken);
                WorkbookConformance.Demand(own.GetValueOrDefault(i) == cell.Text, $"10: {sheet.Name} has no mark at a bar", broken);
            }
            else
            {
                WorkbookConformance.Demand(cache.GetValueOrDefault(i) == cell.Text, $"10: {sheet.Name} caches another figure than its cell", broken);
            }
        }
    }

    private static Dictionary<int, string> Cache(XElement reference) =>
        reference.Descendants(C + "pt").ToDictionary(p => (int)p.Attribute("idx")!, p => p.Element(C + "v")!.Value);

    private static SheetCell?[] Cells(string formula, SheetContent[] sheets)
    {
        var match = Range().Match(formula);
        var sheet = sheets.Single(s => s.Name == match.Groups[1].Value);
        var first = new CellAddress(match.Groups[2].Value + match.Groups[3].Value);
        var last = match.Groups[5].Success ? new CellAddress(match.Groups[4].Value + match.Groups[5].Value) : first;
        return [.. Enumerable.Range(first.Row, last.Row - first.Row + 1).Select(r => sheet.At(r, first.Column))];
    }

    private static XDocument Load(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        return XDocument.Load(stream);
    }

    [GeneratedRegex(@"^'(.+)'!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@" \[[a-z]+\]$", RegexOptions.CultureInvariant)]
    private static partial Regex MarkAtEnd();
}
