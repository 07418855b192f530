namespace Ingest.Formats;

/// <summary>Tells formats by their first bytes.</summary>
internal static class FormatSniffer
{
    private static ReadOnlySpan<byte> OldOfficeFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Text is what has none of the known beginnings of binary files; its encoding is judged later.</summary>
    public static FileFormat Sniff(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8))
        {
            return FileFormat.Xlsx;
        }

        if (start.StartsWith("PAR1"u8))
        {
            return FileFormat.Parquet;
        }

        if (start.StartsWith("ARROW1"u8) || IsArrowStream(start))
        {
            return FileFormat.Arrow;
        }

        return IsOtherBinary(start) ? FileFormat.Unknown : FileFormat.Csv;
    }

    /// <summary>XLS, or XLSX behind a password: both are OLE compound files.</summary>
    public static bool IsOldOrProtectedWorkbook(ReadOnlySpan<byte> start) => start.StartsWith(OldOfficeFile);

    private static bool IsArrowStream(ReadOnlySpan<byte> start) =>
        start.Length >= 8 && start[..4].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xFF, 0xFF, 0xFF]);

    private static bool IsOtherBinary(ReadOnlySpan<byte> start) =>
        start.StartsWith("%PDF"u8)
        || start.StartsWith("{\\rtf"u8)
        || start.StartsWith("<?xml"u8)
        || start.StartsWith("<html"u8)
        || start.StartsWith("<!DOCTYPE"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || start.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        || start.StartsWith("Rar!"u8);
}
