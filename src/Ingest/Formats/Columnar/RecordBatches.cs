using Apache.Arrow.Ipc;
using ParquetSharp.Arrow;
using ParquetSharp.IO;

namespace Ingest.Formats.Columnar;

/// <summary>Opens a columnar file as a stream of record batches.</summary>
internal static class RecordBatches
{
    public static IArrowArrayStream Open(Stream file, FileFormat format)
    {
        if (format == FileFormat.Parquet)
        {
            return new ParquetBatches(file);
        }

        Span<byte> start = stackalloc byte[6];
        file.ReadExactly(start);
        file.Position = 0;
        return start.SequenceEqual("ARROW1"u8) ? new ArrowFileBatches(file) : new ArrowStreamReader(file, leaveOpen: true);
    }

    private sealed class ParquetBatches : IArrowArrayStream
    {
        private readonly ManagedRandomAccessFile access;
        private readonly FileReader reader;
        private readonly IArrowArrayStream batches;

        public ParquetBatches(Stream file)
        {
            // Reading ahead takes threads of the library's own. One that lets go of the file after us calls back into what may be collected by then, and the
            // process ends there.
            using ArrowReaderProperties properties = ArrowReaderProperties.GetDefault();
            properties.PreBuffer = false;
            properties.UseThreads = false;
            access = new ManagedRandomAccessFile(file, leaveOpen: true);
            try
            {
                reader = new FileReader(access, arrowProperties: properties);
                batches = reader.GetRecordBatchReader();
            }
            catch
            {
                reader?.Dispose();
                access.Dispose();
                throw;
            }
        }

        public Apache.Arrow.Schema Schema => reader.Schema;

        public ValueTask<Apache.Arrow.RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) =>
            batches.ReadNextRecordBatchAsync(cancellationToken)!;

        public void Dispose()
        {
            batches.Dispose();
            reader.Dispose();
            access.Dispose();
        }
    }

    private sealed class ArrowFileBatches(Stream file) : IArrowArrayStream
    {
        private readonly ArrowFileReader reader = new(file, leaveOpen: true);

        public Apache.Arrow.Schema Schema => reader.Schema;

        public ValueTask<Apache.Arrow.RecordBatch?> ReadNextRecordBatchAsync(CancellationToken cancellationToken = default) =>
            reader.ReadNextRecordBatchAsync(cancellationToken)!;

        public void Dispose() => reader.Dispose();
    }
}
