using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reports.Tests.Workbooks;

/// <summary>
/// Checks a workbook against the rules for accessible official statistics (contract of the workbook, rules 1 to 10), on the saved file and with
/// another library than the one that wrote it.
/// </summary>
internal static partial class WorkbookConformance
{
    private static readonly string[] KnownMarks = ["[c]", "[z]", "[x]"];

    public static IReadOnlyList<string> Check(byte[] file, string language)
    {
        var broken = new List<string>();
        using var stream = new MemoryStream(file);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var workbook = document.WorkbookPart!;
        SheetContent[] sheets = [.. workbook.Workbook.Descendants<Sheet>().Select(s => new SheetContent(workbook, s))];
        CheckBook(document, sheets, language, broken);
        CheckFront(sheets, broken);
        foreach (var sheet in sheets)
        {
            CheckLayout(sheet, broken);
            CheckTable(sheet, isCover: sheet == sheets[0], broken);
            ChartConformance.Check(sheet, sheets, broken);
        }

        return broken;
    }

    private static void CheckBook(SpreadsheetDocument document, SheetContent[] sheets, string language, List<string> broken)
    {
        Demand(document.PackageProperties.Title is { Length: > 10 }, "7: no title", broken);
        Demand(document.PackageProperties.Creator is { Length: > 3 }, "7: no author", broken);
        Demand(document.PackageProperties.Language == language, "7: wrong language", broken);
        Demand((document.WorkbookPart!.Workbook.BookViews?.GetFirstChild<WorkbookView>()?.ActiveTab?.Value ?? 0) == 0, "7: the cover is not active", broken);
        Demand(document.WorkbookPart.Workbook.DefinedNames is null, "3: defined names", broken);
        Demand(!document.WorkbookPart.ExternalWorkbookParts.Any() && document.WorkbookPart.VbaProjectPart is null, "3: external links or macros", broken);
        Demand(sheets.Select(s => s.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == sheets.Length, "2: two sheets of one name", broken);
    }

    private static void CheckFront(SheetContent[] sheets, List<string> broken)
    {
        var contents = sheets[1];
        var listed = contents.Cells.Select(c => c.Text).ToHashSet(StringComparer.Ordinal);
        var targets = contents.Part.Worksheet.Descendants<Hyperlink>().Select(h => h.Location?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var sheet in sheets.Skip(2))
        {
            Demand(listed.Contains(sheet.Name) && targets.Contains($"'{sheet.Name}'!A1"), $"1: {sheet.Name} is not in the contents", broken);
        }

        Demand(sheets[0].Part.HyperlinkRelationships.Any(h => h.Uri.ToString().StartsWith("bulletin.", StringComparison.Ordinal)), "1: no link to the other language", broken);
    }

    private static void CheckLayout(SheetContent sheet, List<string> broken)
    {
        var xml = sheet.Part.Worksheet;
        Demand(sheet.IsVisible, $"3: {sheet.Name} is hidden", broken);
        Demand(!xml.Descendants<MergeCell>().Any(), $"3: {sheet.Name} has merged cells", broken);
        Demand(!xml.Descendants<Pane>().Any(), $"3: {sheet.Name} has a frozen pane", broken);
        Demand(!xml.Descendants<AutoFilter>().Any() && !sheet.Tables.Any(t => t.AutoFilter is not null), $"3: {sheet.Name} has a filter", broken);
        Demand(!xml.Descendants<Row>().Any(r => r.Hidden?.Value ?? false), $"3: {sheet.Name} has hidden rows", broken);
        Demand(!xml.Descendants<Column>().Any(c => (c.Hidden?.Value ?? false) || c.Width is { Value: 0 }), $"3: {sheet.Name} has hidden columns", broken);
        Demand(!sheet.Cells.Any(c => c.IsFormula), $"3: {sheet.Name} has formulas", broken);
        Demand(!sheet.Cells.Any(c => c.IsText && "=+-@".Contains(c.Text[0], StringComparison.Ordinal)), $"3: {sheet.Name} has text like a formula", broken);
        Demand(sheet.At(1, 1) is { IsText: true }, $"2: {sheet.Name} does not begin with its title", broken);
        var active = xml.Descendants<Selection>().FirstOrDefault()?.ActiveCell?.Value;
        Demand(active is null or "A1", $"7: active cell of {sheet.Name}", broken);
        Demand(!(sheet.Part.DrawingsPart?.ImageParts.Any() ?? false), $"10: {sheet.Name} has a picture", broken);
    }

    private static void CheckTable(SheetContent sheet, bool isCover, List<string> broken)
    {
        if (isCover)
        {
            Demand(sheet.Tables.Count == 0, "1: the cover has a table", broken);
            return;
        }

        Demand(sheet.Tables.Count == 1, $"2: {sheet.Name} has {sheet.Tables.Count} tables", broken);
        foreach (var table in sheet.Tables)
        {
            var corners = table.Reference!.Value!.Split(':');
            var first = new CellAddress(corners[0]);
            var last = new CellAddress(corners[1]);
            Demand(first.Column == 1, $"2: the table of {sheet.Name} does not begin in column A", broken);
            Demand(MeaningfulName().IsMatch(table.Name!.Value!), $"2: the table of {sheet.Name} has no meaningful name", broken);
            Demand((table.HeaderRowCount?.Value ?? 1) == 1, $"3: {sheet.Name} has more than one header row", broken);
            Demand(Enumerable.Range(1, first.Row - 1).All(r => sheet.At(r, 1) is not null), $"2: {sheet.Name} has a blank row above its table", broken);
            for (var c = 1; c <= last.Column; c++)
            {
                CheckColumn(sheet, first.Row, last.Row, c, broken);
            }

            CheckMarks(sheet, first.Row, broken);
        }
    }

    private static void CheckColumn(SheetContent sheet, int header, int last, int column, List<string> broken)
    {
        var head = sheet.At(header, column);
        Demand(head is { IsText: true, IsWrapped: true }, $"3: header {column} of {sheet.Name} is missing or not wrapped", broken);
        SheetCell?[] cells = [.. Enumerable.Range(header + 1, last - header).Select(r => sheet.At(r, column))];
        Demand(cells.All(c => c is not null), $"3: blank cells in {sheet.Name}", broken);
        if (column > 1 && cells.Any(c => c is { IsText: false } || c is { IsMark: true }))
        {
            Demand(cells.All(c => c is { IsText: false } || c is { IsMark: true }), $"5: column {column} of {sheet.Name} mixes figures and text", broken);
            Demand(cells.All(c => c is null or { IsRight: true }) && head!.IsRight, $"5: column {column} of {sheet.Name} is not aligned to the right", broken);
            Demand(head!.Text.Contains('(', StringComparison.Ordinal), $"3: column {column} of {sheet.Name} has no unit", broken);
        }
    }

    private static void CheckMarks(SheetContent sheet, int header, List<string> broken)
    {
        foreach (var mark in sheet.Cells.Where(c => c.IsMark).Select(c => c.Text).Distinct(StringComparer.Ordinal))
        {
            Demand(KnownMarks.Contains(mark, StringComparer.Ordinal), $"4: unknown mark in {sheet.Name}", broken);
            Demand(sheet.TextAbove(header).Any(t => t.StartsWith($"{mark}: ", StringComparison.Ordinal)), $"4: {mark} is not explained on {sheet.Name}", broken);
        }
    }

    public static void Demand(bool holds, string rule, List<string> broken)
    {
        if (!holds)
        {
            broken.Add(rule);
        }
    }

    [GeneratedRegex("^(Contents|Notes|(Table|Series|Labels)_[A-Za-z0-9]+_[a-z_]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MeaningfulName();
}
