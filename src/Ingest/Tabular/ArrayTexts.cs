using Ingest.Formats.Columnar;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Apache.Arrow;

namespace Ingest.Tabular;

/// <summary>Adds an Arrow array to a column as the texts that the same cells would be in a CSV file. A missing value is the empty text.</summary>
internal static class ArrayTexts
{
    private const int LongestNumber = 64;

    /// <param name="array">One column of a batch.</param>
    /// <param name="column">Where to.</param>
    /// <param name="bad">The row within the batch whose text is not UTF-8; −1 where the type is one that has no text.</param>
    public static bool TryAdd(IArrowArray array, ColumnBuilder column, out int bad)
    {
        bad = -1;
        return array switch
        {
            DictionaryArray coded => AddCoded(coded, column, out bad),
            NullArray => AddEach(array, column, static (_, _, _) => 0, out bad),
            StringArray text => AddTexts(text, text.GetBytes, column, out bad),
            StringViewArray text => AddTexts(text, text.GetBytes, column, out bad),
            LargeStringArray text => AddTexts(text, row => Encoding.UTF8.GetBytes(text.GetString(row)), column, out bad),
            _ when Writer(array) is { } write => AddEach(array, column, write, out bad),
            _ => false,
        };
    }

    private delegate int Write(IArrowArray array, int row, Span<byte> target);

    private delegate ReadOnlySpan<byte> Text(int row);

    private static Write? Writer(IArrowArray array) => array switch
    {
        Int8Array => static (a, row, target) => Number(((Int8Array)a).GetValue(row)!.Value, target),
        UInt8Array => static (a, row, target) => Number(((UInt8Array)a).GetValue(row)!.Value, target),
        Int16Array => static (a, row, target) => Number(((Int16Array)a).GetValue(row)!.Value, target),
        UInt16Array => static (a, row, target) => Number(((UInt16Array)a).GetValue(row)!.Value, target),
        Int32Array => static (a, row, target) => Number(((Int32Array)a).GetValue(row)!.Value, target),
        UInt32Array => static (a, row, target) => Number(((UInt32Array)a).GetValue(row)!.Value, target),
        Int64Array => static (a, row, target) => Number(((Int64Array)a).GetValue(row)!.Value, target),
        UInt64Array => static (a, row, target) => Number(((UInt64Array)a).GetValue(row)!.Value, target),
        FloatArray => static (a, row, target) => Number(((FloatArray)a).GetValue(row)!.Value, target),
        DoubleArray => static (a, row, target) => Number(((DoubleArray)a).GetValue(row)!.Value, target),
        Decimal128Array => static (a, row, target) => Encoding.UTF8.GetBytes(((Decimal128Array)a).GetString(row), target),
        Decimal256Array => static (a, row, target) => Encoding.UTF8.GetBytes(((Decimal256Array)a).GetString(row), target),
        BooleanArray => static (a, row, target) => Encoding.UTF8.GetBytes(((BooleanArray)a).GetValue(row)!.Value ? "true" : "false", target),
        Date32Array => static (a, row, target) => Formatted(((Date32Array)a).GetDateOnly(row)!.Value, target, "yyyy-MM-dd"),
        Date64Array => static (a, row, target) => Formatted(((Date64Array)a).GetDateOnly(row)!.Value, target, "yyyy-MM-dd"),
        TimestampArray => static (a, row, target) => Formatted(((TimestampArray)a).GetTimestamp(row)!.Value.UtcDateTime, target, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"),
        _ => null,
    };

    private static int Number(long value, Span<byte> target) => Utf8Formatter.TryFormat(value, target, out int written) ? written : 0;

    private static int Number(ulong value, Span<byte> target) => Utf8Formatter.TryFormat(value, target, out int written) ? written : 0;

    private static int Number(float value, Span<byte> target) => Formatted(value, target, "R");

    private static int Number(double value, Span<byte> target) => Formatted(value, target, "R");

    private static int Formatted<T>(T value, Span<byte> target, string format)
        where T : IUtf8SpanFormattable =>
        value.TryFormat(target, out int written, format, CultureInfo.InvariantCulture) ? written : 0;

    private static bool AddEach(IArrowArray array, ColumnBuilder column, Write write, out int bad)
    {
        bad = -1;
        Span<byte> text = stackalloc byte[LongestNumber * 2];
        for (int row = 0; row < array.Length; row++)
        {
            column.Add(text[..(array.IsNull(row) ? 0 : write(array, row, text))]);
        }

        return true;
    }

    private static bool AddTexts(IArrowArray array, Text text, ColumnBuilder column, out int bad)
    {
        for (bad = 0; bad < array.Length; bad++)
        {
            if (!column.Add(array.IsNull(bad) ? default : text(bad)))
            {
                return false;
            }
        }

        return true;
    }

    // Each value of the dictionary that occurs is looked up once in a batch.
    private static bool AddCoded(DictionaryArray coded, ColumnBuilder column, out int bad)
    {
        var dictionary = new ColumnBuilder("");
        if (!TryAdd(coded.Dictionary, dictionary, out bad))
        {
            return false;
        }

        TabularColumn values = dictionary.Build();
        int[] known = new int[values.Distinct];
        int empty = -1;
        for (int row = 0; row < coded.Length; row++)
        {
            if (coded.IsNull(row))
            {
                column.Add(empty = empty < 0 ? column.CodeOf(default) : empty);
                continue;
            }

            int value = values.Codes[ColumnarCell.Index(coded.Indices, row)];
            if (known[value] == 0)
            {
                known[value] = column.CodeOf(values.Text(value)) + 1;
            }

            column.Add(known[value] - 1);
        }

        return true;
    }
}
