using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using ParquetSharp.Arrow;
using ParquetSharp.IO;

namespace Ingest.Tabular;

/// <summary>Writes Arrow IPC and Parquet. The schema carries <c>schemaVersion</c>.</summary>
internal static class ColumnarTableWriter
{
    private const int SchemaVersion = 1;
    private const int BatchRows = 1 << 16;

    public static void WriteArrow(Stream target, IReadOnlyList<WrittenColumn> columns, int rows, Func<int, bool>? isLeftOut, CancellationToken ct)
    {
        Apache.Arrow.Schema schema = SchemaOf(columns);
        using var writer = new ArrowFileWriter(target, schema, leaveOpen: true);
        foreach (RecordBatch batch in Batches(schema, columns, rows, isLeftOut))
        {
            using (batch)
            {
                ct.ThrowIfCancellationRequested();
                writer.WriteRecordBatch(batch);
            }
        }

        writer.WriteEnd();
    }

    public static void WriteParquet(Stream target, IReadOnlyList<WrittenColumn> columns, int rows, Func<int, bool>? isLeftOut, CancellationToken ct)
    {
        Apache.Arrow.Schema schema = SchemaOf(columns);
        using var access = new ManagedOutputStream(target, leaveOpen: true);
        using var properties = new ArrowWriterPropertiesBuilder().StoreSchema().Build();
        using var writer = new FileWriter(access, schema, arrowProperties: properties);
        foreach (RecordBatch batch in Batches(schema, columns, rows, isLeftOut))
        {
            using (batch)
            {
                ct.ThrowIfCancellationRequested();
                writer.WriteRecordBatch(batch);
            }
        }

        writer.Close();
    }

    private static Apache.Arrow.Schema SchemaOf(IReadOnlyList<WrittenColumn> columns) => new(
        [.. columns.Select(c => new Field(c.Name, StringType.Default, nullable: false))],
        [new KeyValuePair<string, string>("schemaVersion", SchemaVersion.ToString(CultureInfo.InvariantCulture))]);

    private static IEnumerable<RecordBatch> Batches(Apache.Arrow.Schema schema, IReadOnlyList<WrittenColumn> columns, int rows, Func<int, bool>? isLeftOut)
    {
        int first = 0;
        do
        {
            int length = Math.Min(BatchRows, rows - first);
            int[] kept = [.. Enumerable.Range(first, length).Where(row => isLeftOut?.Invoke(row) != true)];
            yield return new RecordBatch(schema, columns.Select(column => Texts(column, first, length, kept)), kept.Length);
            first += length;
        }
        while (first < rows);
    }

    private static StringArray Texts(WrittenColumn column, int first, int length, int[] kept)
    {
        int[] codes = new int[length];
        column.Read(first, codes);
        var texts = new StringArray.Builder();
        foreach (int row in kept)
        {
            texts.Append(column.Values[codes[row - first]]);
        }

        return texts.Build();
    }
}
