using ParquetSharp;

namespace Ingest.Formats.Columnar;

/// <summary>
/// What the columnar libraries throw for a damaged or foreign file. They do not say it in advance, and their messages may quote the file: whoever catches this
/// tells of a fault of the file and drops it.
/// </summary>
internal static class ForeignBytes
{
    // The stream between the two libraries throws the base class itself, for a page that does not unpack above all.
    public static bool Broke(Exception failure) => failure.GetType() == typeof(Exception)
        || failure is ParquetException or IOException or InvalidDataException or InvalidOperationException or NotSupportedException or NotImplementedException
            or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidCastException or NullReferenceException;
}
