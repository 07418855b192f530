using System.Globalization;
using System.Xml;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>Reads a worksheet for formulas and overlong cells.</summary>
internal static class SheetScan
{
    public static List<CellPosition> Scan(Stream part, ReadLimits limits, CancellationToken ct)
    {
        var formulas = new List<CellPosition>();
        using XmlReader reader = PartReader.Open(part);
        object cell = reader.NameTable.Add("c");
        object formula = reader.NameTable.Add("f");
        object row = reader.NameTable.Add("row");
        char[] piece = new char[1024];
        int rowNumber = 0;
        int column = -1;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                object name = reader.LocalName;
                if (ReferenceEquals(name, row))
                {
                    ct.ThrowIfCancellationRequested();
                    rowNumber = RowNumber(reader, rowNumber, limits);
                    column = -1;
                }
                else if (ReferenceEquals(name, cell))
                {
                    column = ColumnNumber(reader, column);
                }
                else if (ReferenceEquals(name, formula))
                {
                    formulas.Add(new CellPosition(rowNumber, Math.Max(0, column)));
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                && PartReader.TextLength(reader, piece, limits.CellBytes) > limits.CellBytes)
            {
                throw new WorkbookRefusedException(RuleCode.WorkbookCellTooLong, rowNumber);
            }
        }

        return formulas;
    }

    private static int RowNumber(XmlReader reader, int previous, ReadLimits limits)
    {
        int number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
            ? given
            : previous + 1;

        // A reader fills the gap up to a far row with empty rows, so the number itself is limited.
        return number <= limits.Rows ? number : throw new WorkbookRefusedException(RuleCode.TooManyRows);
    }

    private static int ColumnNumber(XmlReader reader, int previous)
    {
        string? reference = reader.GetAttribute("r");
        int column = 0;
        foreach (char c in reference ?? "")
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
            if (column > 16_384)
            {
                throw new WorkbookRefusedException(RuleCode.TooManyColumns);
            }
        }

        return column > 0 ? column - 1 : previous + 1;
    }
}
