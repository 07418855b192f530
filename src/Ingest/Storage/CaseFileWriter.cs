using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Types;
using Ingest.Cases;
using ParquetSharp;
using ParquetSharp.Arrow;
using ArrowSchema = Apache.Arrow.Schema;

namespace Ingest.Storage;

/// <summary>
/// Writes batches to one encrypted Parquet file: AES-GCM for every column and the footer, zstd for what compresses. Keys do not
/// compress and are written as they are. Numbers are split by their bytes, of which all but the last are mostly zero: zstd then does
/// what a dictionary would, for half the time.
/// </summary>
internal sealed class CaseFileWriter : IDisposable
{
    private const int RowGroupRows = 16 * CaseBatch.Capacity;

    private readonly ArrowSchema schema;
    private readonly FileWriter writer;

    public CaseFileWriter(Stream target, ArrowSchema schema, byte[] fileKey, string keyId)
    {
        this.schema = schema;
        using FileEncryptionProperties encryption = new FileEncryptionPropertiesBuilder(fileKey)
            .Algorithm(ParquetCipher.AesGcmV1)
            .FooterKeyMetadata(keyId)
            .Build();
        using WriterProperties properties = new WriterPropertiesBuilder()
            .Compression(Compression.Zstd)
            .DisableDictionary()
            .Encoding(Encoding.ByteStreamSplit)
            .Encoding(CaseFileSchema.CaseKey, Encoding.Plain)
            .Encoding(CaseFileSchema.MatchKey, Encoding.Plain)
            .Compression(CaseFileSchema.CaseKey, Compression.Uncompressed)
            .Compression(CaseFileSchema.MatchKey, Compression.Uncompressed)
            .DisableStatistics()
            .MaxRowGroupLength(RowGroupRows)
            .Encryption(encryption)
            .Build();
        using ArrowWriterProperties arrow = new ArrowWriterPropertiesBuilder().StoreSchema().Build();
        writer = new FileWriter(target, schema, properties, arrow, leaveOpen: true);
    }

    /// <param name="firstAccepted">Per row the order of the upload that first brought the case, 0 for this one.</param>
    public void Write(CaseBatch batch, ReadOnlyMemory<int> firstAccepted)
    {
        int rows = batch.Count;
        var arrays = new List<IArrowArray>(schema.FieldsList.Count)
        {
            Keys(batch.CaseKeys, rows),
            Keys(batch.MatchKeys, rows),
            new UInt8Array(new ArrowBuffer(batch.YearOnly.AsMemory(0, rows)), ArrowBuffer.Empty, rows, 0, 0),
            new Int32Array(Buffer(firstAccepted[..rows]), ArrowBuffer.Empty, rows, 0, 0),
        };
        foreach (CaseColumn column in CaseFileSchema.CodeColumns)
        {
            arrays.Add(new UInt8Array(new ArrowBuffer(batch.Codes(column).AsMemory(0, rows)), ArrowBuffer.Empty, rows, 0, 0));
        }

        foreach (SetColumn column in CaseFileSchema.SetColumns)
        {
            arrays.Add(new UInt64Array(Buffer<ulong>(batch.Sets(column).AsMemory(0, rows)), ArrowBuffer.Empty, rows, 0, 0));
        }

        foreach (PeriodColumn column in CaseFileSchema.PeriodColumns)
        {
            arrays.Add(new Int16Array(Buffer<short>(batch.Periods(column).AsMemory(0, rows)), ArrowBuffer.Empty, rows, 0, 0));
        }

        using var record = new RecordBatch(schema, arrays, rows);
        writer.WriteBufferedRecordBatch(record);
    }

    public void Close() => writer.Close();

    public void Dispose() => writer.Dispose();

    private static FixedSizeBinaryArray Keys(byte[] keys, int rows) => new(new ArrayData(
        new FixedSizeBinaryType(CaseBatch.KeyBytes),
        rows,
        0,
        0,
        [ArrowBuffer.Empty, new ArrowBuffer(keys.AsMemory(0, rows * CaseBatch.KeyBytes))]));

    private static ArrowBuffer Buffer<T>(ReadOnlyMemory<T> values)
        where T : struct => new(MemoryMarshal.AsBytes(values.Span).ToArray());
}
