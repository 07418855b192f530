using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Arrays;
using Apache.Arrow.Ipc;
using Ingest.Cases;
using ParquetSharp;
using ParquetSharp.Arrow;
using ArrowSchema = Apache.Arrow.Schema;

namespace Ingest.Storage;

/// <summary>Reads chosen columns of one case file, a block at a time, with its codes translated to the present code lists.</summary>
internal sealed class CaseFileReader : IDisposable
{
    private readonly FileReader reader;
    private readonly IArrowArrayStream blocks;
    private readonly CodeTranslation translation;
    private readonly IReadOnlyList<string> names;

    private CaseFileReader(FileReader reader, IReadOnlyList<string> names, Codebook codebook, StoredCases block)
    {
        Block = block;
        this.reader = reader;
        this.names = names;
        ArrowSchema schema = reader.Schema;
        translation = new CodeTranslation(schema, codebook);
        int[] columns = [.. names.Select(name => schema.GetFieldIndex(name, StringComparer.Ordinal))];
        if (columns.Contains(-1))
        {
            throw new StoreException(StoreFailureCode.FileDamaged);
        }

        blocks = reader.GetRecordBatchReader(rowGroups: null, columns: columns);
    }

    /// <summary>The block last read. Columns that were not asked for hold what they held.</summary>
    public StoredCases Block { get; }

    /// <param name="names">Columns as <see cref="CaseFileSchema"/> names them.</param>
    /// <param name="block">Receives the rows. It is large; whoever reads many files uses one for all of them.</param>
    /// <exception cref="StoreException">Damaged, newer than this version, or written with another key.</exception>
    public static CaseFileReader Open(string path, byte[] fileKey, string uploadId, IReadOnlyList<string> names, Codebook codebook, StoredCases block)
    {
        FileReader? reader = null;
        try
        {
            using ReaderProperties properties = ReaderProperties.GetDefaultReaderProperties();
            using var builder = new FileDecryptionPropertiesBuilder();
            properties.FileDecryptionProperties = builder.FooterKey(fileKey).Build();
            using ArrowReaderProperties arrow = ArrowReaderProperties.GetDefault();
            arrow.BatchSize = CaseBatch.Capacity;
            arrow.UseThreads = false;
            reader = new FileReader(path, properties, arrow);
            Check(reader.Schema, uploadId);
            return new CaseFileReader(reader, names, codebook, block);
        }
        catch (ParquetException)
        {
            // The inner exception is dropped on purpose: nothing of a case file's content may travel in a message.
            reader?.Dispose();
            throw new StoreException(StoreFailureCode.FileDamaged);
        }
        catch (StoreException)
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>Fills <see cref="Block"/> with the next rows.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        try
        {
            // The stream of a local file completes synchronously.
            using RecordBatch? record = blocks.ReadNextRecordBatchAsync().AsTask().GetAwaiter().GetResult();
            if (record is null)
            {
                return false;
            }

            Block.Rows.Count = record.Length;
            for (int i = 0; i < names.Count; i++)
            {
                Copy(record.Column(i), names[i], record.Length);
            }

            return true;
        }
        catch (Exception failure) when (failure is ParquetException || failure.GetType() == typeof(Exception))
        {
            // The stream of the Arrow library throws the base class, for a page that does not decrypt above all.
            throw new StoreException(StoreFailureCode.FileDamaged);
        }
    }

    public void Dispose()
    {
        blocks.Dispose();
        reader.Dispose();
    }

    private static void Check(ArrowSchema schema, string uploadId)
    {
        if (!schema.HasMetadata
            || !schema.Metadata.TryGetValue(CaseFileSchema.VersionKey, out string? version)
            || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            || !schema.Metadata.TryGetValue(CaseFileSchema.UploadKey, out string? upload)
            || !string.Equals(upload, uploadId, StringComparison.Ordinal))
        {
            throw new StoreException(StoreFailureCode.FileDamaged);
        }

        if (number > CaseFileSchema.Version)
        {
            throw new StoreException(StoreFailureCode.NewerSchemaVersion);
        }
    }

    private void Copy(IArrowArray array, string name, int rows)
    {
        switch (array)
        {
            case FixedSizeBinaryArray keys when string.Equals(name, CaseFileSchema.CaseKey, StringComparison.Ordinal):
                Bytes(keys, rows).CopyTo(Block.Rows.CaseKeys);
                break;
            case FixedSizeBinaryArray keys:
                Bytes(keys, rows).CopyTo(Block.Rows.MatchKeys);
                break;
            case Int32Array order:
                order.Values[..rows].CopyTo(Block.FirstAccepted);
                break;
            case UInt8Array flags when string.Equals(name, CaseFileSchema.YearOnly, StringComparison.Ordinal):
                flags.Values[..rows].CopyTo(Block.Rows.YearOnly);
                break;
            case UInt8Array codes:
                translation.Codes(name, codes.Values[..rows], Block.Rows);
                break;
            case UInt64Array sets:
                translation.Sets(name, sets.Values[..rows], Block.Rows);
                break;
            case Int16Array periods:
                periods.Values[..rows].CopyTo(Block.Rows.Periods(Enum.Parse<PeriodColumn>(name.AsSpan(name.IndexOf('.', StringComparison.Ordinal) + 1))));
                break;
            default:
                throw new StoreException(StoreFailureCode.FileDamaged);
        }
    }

    private static ReadOnlySpan<byte> Bytes(FixedSizeBinaryArray keys, int rows) =>
        keys.ValueBuffer.Span.Slice(keys.Offset * CaseBatch.KeyBytes, rows * CaseBatch.KeyBytes);
}
