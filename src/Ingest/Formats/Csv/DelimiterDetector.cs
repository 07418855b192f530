using System.Text;

namespace Ingest.Formats.Csv;

/// <summary>Finds the delimiter from Excel's <c>sep=</c> line or from the heading line.</summary>
internal static class DelimiterDetector
{
    private const int HeadingBytes = 1 << 16;
    private const string Candidates = ";,\t|";

    /// <summary>The delimiter, and whether the first line only declares it.</summary>
    public static (char Delimiter, bool DeclaredByFirstLine) Detect(Stream file, TextEncoding encoding)
    {
        string start = Start(file, encoding);
        if (start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4)
        {
            return (start[4], true);
        }

        // The line with most delimiters among the first few: a title above the headings has none.
        char best = ',';
        int most = 0;
        foreach (string line in start.Split('\n').Take(5))
        {
            foreach (char candidate in Candidates)
            {
                int count = CountOutsideQuotes(line, candidate);
                (best, most) = count > most ? (candidate, count) : (best, most);
            }
        }

        return (best, false);
    }

    private static string Start(Stream file, TextEncoding encoding)
    {
        file.Position = encoding.BomLength;
        byte[] bytes = new byte[Math.Min(HeadingBytes, file.Length - encoding.BomLength)];
        int read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        file.Position = 0;

        // The block may end inside a character; the decoder then keeps the rest to itself.
        char[] chars = new char[encoding.Encoding.GetMaxCharCount(read)];
        int length = encoding.Encoding.GetDecoder().GetChars(bytes.AsSpan(0, read), chars, flush: false);
        return new string(chars, 0, length);
    }

    private static int CountOutsideQuotes(string line, char candidate)
    {
        int count = 0;
        bool quoted = false;
        foreach (char c in line)
        {
            quoted ^= c == '"';
            count += !quoted && c == candidate ? 1 : 0;
        }

        return count;
    }
}
