namespace Ingest.Tabular;

/// <summary>Why a file is no table that can be read.</summary>
public enum TabularFaultCode
{
    None,

    /// <summary>There is no such file, or it may not be opened.</summary>
    Unopenable,

    /// <summary>No header line.</summary>
    Empty,

    /// <summary>A header or a value is not UTF-8; the row is that of its first occurrence.</summary>
    NotUtf8,

    /// <summary>A column has no name.</summary>
    HeaderEmpty,

    /// <summary>A column has the name of one before it.</summary>
    HeaderRepeated,

    /// <summary>A row has more or fewer cells than the header.</summary>
    Ragged,

    /// <summary>A quote is opened and never closed.</summary>
    QuoteUnclosed,

    /// <summary>A row does not fit the largest that is read.</summary>
    RowTooLong,

    /// <summary>A column of an Arrow or Parquet file is of a type that has no text: a list, a structure, bytes.</summary>
    TypeUnsupported,

    /// <summary>Neither text, Arrow nor Parquet, or damaged.</summary>
    Unreadable,
}
