using CsvHelper;

namespace Benchmarks.Intake;

/// <summary>The yardsticks for CSV: CsvHelper gives every field of every row, and nothing is done with it.</summary>
internal static class CsvHelperRead
{
    private static readonly CsvReaderOptions Options = new() { Separator = ';' };

    /// <summary>Fields as strings, as a program that reads them usually has them.</summary>
    public static long Strings(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path, Options, FileOptions.SequentialScan);
        long characters = 0;
        while (csv.Read())
        {
            for (int column = 0; column < csv.FieldCount; column++)
            {
                characters += csv.GetString(column).Length;
            }
        }

        return characters;
    }

    /// <summary>Fields as the bytes in the reader's own buffer: no string is made, no text is decoded.</summary>
    public static long Spans(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path, Options, FileOptions.SequentialScan);
        long bytes = 0;
        while (csv.Read())
        {
            for (int column = 0; column < csv.FieldCount; column++)
            {
                bytes += csv.GetSpan(column).Length;
            }
        }

        return bytes;
    }
}
