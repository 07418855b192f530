namespace Ingest.Formats;

/// <summary>The kinds of file that can be read, told by content and never by name.</summary>
public enum FileFormat
{
    Unknown,
    Csv,
    Xlsx,
    Arrow,
    Parquet,
}
