using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>Streams one sheet with ExcelDataReader, hidden rows included, and keeps its exceptions to itself.</summary>
internal sealed class XlsxRowReader : RowReader
{
    private readonly CellBuffer cells = new();
    private readonly ReadLimits limits;
    private IExcelDataReader? reader;
    private int row;

    public XlsxRowReader(Func<IExcelDataReader> open, ReadLimits limits, int sheet)
    {
        this.limits = limits;
        Guarded(() =>
        {
            reader = open();
            bool found = true;
            for (int i = 0; i < sheet && found; i++)
            {
                found = reader.NextResult();
            }

            return found;
        });
    }

    public override int Row => row;

    public override int Width => cells.Count;

    public override bool HasSerialDates => true;

    public override bool Read() => Fault is null && Guarded(ReadRow);

    public override ReadOnlySpan<byte> Cell(int column) => cells[column];

    public override void Dispose()
    {
        // The workbook's reader is its source's.
    }

    private bool ReadRow()
    {
        cells.Clear();
        if (!reader!.Read())
        {
            return false;
        }

        row++;
        if (reader.FieldCount > limits.Columns)
        {
            Fault = new FileFault(RuleCode.TooManyColumns, row);
            return false;
        }

        for (int column = 0; column < reader.FieldCount; column++)
        {
            Add(reader.GetValue(column));
        }

        return true;
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null: cells.AddEmpty(); break;
            case string text: cells.Add(text); break;
            case double number: cells.Add(number); break;
            case int number: cells.Add(number); break;
            case bool answer: cells.Add(answer); break;
            case DateTime day: cells.Add(DateOnly.FromDateTime(day)); break;
            default: cells.Add("?"u8); break;
        }
    }

    private bool Guarded(Func<bool> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (failure is ExcelReaderException or XmlException or InvalidDataException or IOException
            or FormatException or OverflowException or ArgumentException or NullReferenceException or InvalidOperationException
            or KeyNotFoundException or IndexOutOfRangeException)
        {
            // The scan has read every part to its end, so what the library still trips over is a workbook it does not understand.
            Fault = new FileFault(RuleCode.WorkbookDamaged, row);
            return false;
        }
    }
}
