using Apache.Arrow;
using Apache.Arrow.Types;

namespace Ingest.Tests.Counting;

/// <summary>A counted batch as text, one line a row: codes separated by a bar, the count, and the partners' counts.</summary>
internal static class Counted
{
    public static string[] Lines(RecordBatch batch) =>
        [.. Enumerable.Range(0, batch.Length).Select(row => string.Join('|', batch.Arrays.Select(array => Text(array, row))))];

    public static int Total(RecordBatch batch) =>
        Enumerable.Range(0, batch.Length).Sum(row => ((Int32Array)batch.Column("count")).GetValue(row)!.Value);

    private static string Text(IArrowArray array, int row) => array switch
    {
        DictionaryArray codes => ((StringArray)codes.Dictionary).GetString(((Int32Array)codes.Indices).GetValue(row)!.Value),
        Int32Array numbers => numbers.GetValue(row)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException(array.Data.DataType.TypeId == ArrowTypeId.Null ? "null" : "type"),
    };
}
