namespace Ingest.Tabular;

/// <summary>What a table is written as.</summary>
public enum TabularFormat
{
    /// <summary>UTF-8 without a byte order mark, comma, RFC 4180, line feeds.</summary>
    Csv,

    /// <summary>Every column as text.</summary>
    Parquet,

    /// <summary>Arrow IPC file, every column as text.</summary>
    Arrow,
}
