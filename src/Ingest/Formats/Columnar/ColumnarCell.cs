using Apache.Arrow;

namespace Ingest.Formats.Columnar;

/// <summary>Writes one value of an Arrow array as the text the same cell would have in a CSV file.</summary>
internal static class ColumnarCell
{
    /// <exception cref="NotSupportedException">A type no case column has: lists, structs, binary.</exception>
    public static void Add(CellBuffer cells, IArrowArray array, int row)
    {
        if (array.IsNull(row))
        {
            cells.AddEmpty();
            return;
        }

        switch (array)
        {
            case DictionaryArray coded: Add(cells, coded.Dictionary, Index(coded.Indices, row)); break;
            case StringArray text: cells.Add(text.GetBytes(row)); break;
            case LargeStringArray text: cells.Add(text.GetString(row)); break;
            case StringViewArray text: cells.Add(text.GetBytes(row)); break;
            case BooleanArray answer: cells.Add(answer.GetValue(row)!.Value); break;
            case Date32Array day: cells.Add(day.GetDateOnly(row)!.Value); break;
            case Date64Array day: cells.Add(day.GetDateOnly(row)!.Value); break;
            case TimestampArray time: cells.Add(DateOnly.FromDateTime(time.GetTimestamp(row)!.Value.UtcDateTime)); break;
            case DoubleArray number: cells.Add(number.GetValue(row)!.Value); break;
            case FloatArray number: cells.Add(number.GetValue(row)!.Value); break;
            case NullArray: cells.AddEmpty(); break;
            default: cells.Add((long)Index(array, row)); break;
        }
    }

    /// <summary>A whole number of any width that is a position.</summary>
    internal static int Index(IArrowArray array, int row) => array switch
    {
        Int8Array number => number.GetValue(row)!.Value,
        UInt8Array number => number.GetValue(row)!.Value,
        Int16Array number => number.GetValue(row)!.Value,
        UInt16Array number => number.GetValue(row)!.Value,
        Int32Array number => number.GetValue(row)!.Value,
        UInt32Array number => checked((int)number.GetValue(row)!.Value),
        Int64Array number => checked((int)number.GetValue(row)!.Value),
        UInt64Array number => checked((int)number.GetValue(row)!.Value),
        _ => throw new NotSupportedException(),
    };
}
