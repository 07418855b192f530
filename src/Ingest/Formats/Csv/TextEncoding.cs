using System.Text;

namespace Ingest.Formats.Csv;

/// <summary>An encoding as found in a file, with the name partners know it by.</summary>
internal sealed record TextEncoding(string Name, Encoding Encoding, int BomLength)
{
    public static TextEncoding Utf8(int bomLength) =>
        new(bomLength > 0 ? "UTF-8 (BOM)" : "UTF-8", new UTF8Encoding(false, throwOnInvalidBytes: true), bomLength);

    public static TextEncoding Utf16LittleEndian(int bomLength) =>
        new("UTF-16 LE", new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bomLength);

    public static TextEncoding Utf16BigEndian(int bomLength) =>
        new("UTF-16 BE", new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), bomLength);

    /// <summary>ISO-8859-9 is the same for every letter.</summary>
    public static TextEncoding Windows1254() =>
        new("windows-1254 / ISO-8859-9", CodePagesEncodingProvider.Instance.GetEncoding(1254)!, 0);

    public override string ToString() => Name;
}
