using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Reports.Tests.Workbooks;

/// <summary>A sheet as its XML says it, read without the library that wrote it.</summary>
internal sealed class SheetContent
{
    private readonly SortedDictionary<int, SortedDictionary<int, SheetCell>> _rows = [];

    public SheetContent(WorkbookPart workbook, Sheet sheet)
    {
        Name = sheet.Name!.Value!;
        IsVisible = sheet.State is null || sheet.State.Value == SheetStateValues.Visible;
        Part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
        var texts = workbook.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray();
        var formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        foreach (var cell in Part.Worksheet.Descendants<Cell>())
        {
            var isText = cell.DataType?.Value == CellValues.SharedString;
            var raw = cell.CellValue?.Text ?? cell.CellFormula?.Text;
            if (raw is null)
            {
                continue;
            }

            var format = formats[(int)(cell.StyleIndex?.Value ?? 0)];
            var at = new CellAddress(cell.CellReference!.Value!);
            if (!_rows.TryGetValue(at.Row, out var row))
            {
                _rows[at.Row] = row = [];
            }

            row[at.Column] = new SheetCell(
                isText ? texts[int.Parse(raw, System.Globalization.CultureInfo.InvariantCulture)] : raw,
                isText,
                format.Alignment?.Horizontal?.Value == HorizontalAlignmentValues.Right,
                format.Alignment?.WrapText?.Value ?? false,
                cell.CellFormula is not null);
        }
    }

    public string Name { get; }

    public bool IsVisible { get; }

    public WorksheetPart Part { get; }

    public IReadOnlyList<Table> Tables => [.. Part.TableDefinitionParts.Select(p => p.Table)];

    public IEnumerable<SheetCell> Cells => _rows.Values.SelectMany(r => r.Values);

    public SheetCell? At(int row, int column) => _rows.GetValueOrDefault(row)?.GetValueOrDefault(column);

    public IEnumerable<string> TextAbove(int row) => _rows.Where(r => r.Key < row).SelectMany(r => r.Value.Values).Select(c => c.Text);
}
