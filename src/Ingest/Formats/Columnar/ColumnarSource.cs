using System.Diagnostics.CodeAnalysis;
using Ingest.Rules;

namespace Ingest.Formats.Columnar;

/// <summary>An Arrow IPC or Parquet file.</summary>
internal sealed class ColumnarSource : TableSource
{
    private readonly Stream file;
    private readonly ReadLimits limits;

    private ColumnarSource(Stream file, FileFormat format, ReadLimits limits)
    {
        this.file = file;
        this.limits = limits;
        Format = format;
    }

    public override FileFormat Format { get; }

    public override string Dialect => Format.ToString();

    public static bool TryOpen(
        Stream file, FileFormat format, ReadLimits limits, [NotNullWhen(true)] out TableSource? source, out FileFault fault)
    {
        fault = format == FileFormat.Parquet ? ParquetLimits.Check(file, limits) : default;
        source = fault.Rule == RuleCode.None ? new ColumnarSource(file, format, limits) : null;
        return source is not null;
    }

    public override RowReader OpenSheet(int sheet)
    {
        file.Position = 0;
        return new ColumnarRowReader(() => RecordBatches.Open(file, Format), limits);
    }
}
