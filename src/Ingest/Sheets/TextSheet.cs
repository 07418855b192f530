using System.Text;
using Ingest.Formats;
using Ingest.Formats.Xlsx;
using Ingest.Rules;

namespace Ingest.Sheets;

/// <summary>A delimited text file as one sheet without a name.</summary>
internal static class TextSheet
{
    public static Sheet Read(TableSource source, CancellationToken ct)
    {
        using (source)
        using (var reader = source.OpenSheet(0))
        {
            var rows = new List<SheetCell[]>();
            long cells = 0;
            while (reader.Read())
            {
                ct.ThrowIfCancellationRequested();
                cells += reader.Width;
                if (cells > SheetReader.Cells)
                {
                    throw new WorkbookRefusedException(RuleCode.TooManyRows);
                }

                var row = new SheetCell[reader.Width];
                for (var column = 0; column < row.Length; column++)
                {
                    row[column] = SheetCell.OfText(Encoding.UTF8.GetString(reader.Cell(column)));
                }

                rows.Add(row);
            }

            return reader.Fault is { } fault ? throw new WorkbookRefusedException(fault.Rule, fault.Row) : new Sheet("", rows, []);
        }
    }
}
