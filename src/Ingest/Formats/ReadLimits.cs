namespace Ingest.Formats;

/// <summary>What a reader may be made to hold. Sizes in bytes.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>The file as received. Default 1 GiB.</summary>
    public long FileBytes { get; init; } = 1L << 30;

    /// <summary>All entries of a workbook, unpacked. Default 1 GiB; counted while unpacking, since the header may lie.</summary>
    public long UnpackedBytes { get; init; } = 1L << 30;

    /// <summary>An entry of a workbook that its reader holds whole (shared texts, styles), unpacked. Default 64 MiB.</summary>
    public long HeldBytes { get; init; } = 64L << 20;

    /// <summary>Entries in a workbook. Default 1,000.</summary>
    public int ArchiveEntries { get; init; } = 1_000;

    /// <summary>One cell, as UTF-8. Default 32 KiB, more than any column that is kept can need.</summary>
    public int CellBytes { get; init; } = 32 << 10;

    /// <summary>One row of a CSV file. Default 1 MiB.</summary>
    public int RecordBytes { get; init; } = 1 << 20;

    /// <summary>Default 512.</summary>
    public int Columns { get; init; } = 512;

    /// <summary>Default 10 million.</summary>
    public int Rows { get; init; } = 10_000_000;
}
