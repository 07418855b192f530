using System.Diagnostics.CodeAnalysis;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Ingest.Formats;
using Ingest.Formats.Columnar;

namespace Ingest.Tabular;

/// <summary>Reads Arrow IPC and Parquet. The schema is the header and counts as row 1.</summary>
internal static class ColumnarTable
{
    public static bool TryRead(
        Stream stream, FileFormat format, TabularOptions options, CancellationToken ct, [NotNullWhen(true)] out TabularFile? file, out TabularFault fault)
    {
        file = null;
        int rows = 0;
        try
        {
            using IArrowArrayStream batches = RecordBatches.Open(stream, format);
            string[] names = [.. batches.Schema.FieldsList.Select(f => f.Name)];
            if (names.Length == 0)
            {
                fault = new TabularFault(TabularFaultCode.Empty);
                return false;
            }

            if (!HeaderRow.TryMake(names, options, out HeaderRow? header, out fault))
            {
                return false;
            }

            // These streams read from memory or a local file and complete at once.
            while (batches.ReadNextRecordBatchAsync(ct).AsTask().GetAwaiter().GetResult() is { } batch)
            {
                using (batch)
                {
                    ct.ThrowIfCancellationRequested();
                    for (int column = 0; column < names.Length; column++)
                    {
                        if (header.Builders[column] is { } builder && !ArrayTexts.TryAdd(batch.Column(column), builder, out int bad))
                        {
                            fault = bad < 0
                                ? new TabularFault(TabularFaultCode.TypeUnsupported, Row: 1, column + 1)
                                : new TabularFault(TabularFaultCode.NotUtf8, rows + bad + 2, column + 1);
                            return false;
                        }
                    }

                    rows += batch.Length;
                }
            }

            file = header.Build(rows);
            fault = default;
            return true;
        }
        catch (Exception failure) when (ForeignBytes.Broke(failure))
        {
            fault = new TabularFault(TabularFaultCode.Unreadable, rows == 0 ? 0 : rows + 2);
            return false;
        }
    }
}
