using System.Text;

namespace Ingest.Tabular;

/// <summary>Writes RFC 4180. Each distinct value is quoted and encoded once; rows are copies of bytes.</summary>
internal static class DelimitedTableWriter
{
    private const int BlockRows = 4096;
    private const int BufferBytes = 1 << 18;

    public static void Write(Stream target, IReadOnlyList<WrittenColumn> columns, int rows, Func<int, bool>? isLeftOut, CancellationToken ct)
    {
        bool isOnly = columns.Count == 1;
        byte[][][] cells = [.. columns.Select((column, i) => column.Values.Select(value => Cell(value, i == columns.Count - 1, isOnly)).ToArray())];
        int[][] codes = [.. columns.Select(_ => new int[BlockRows])];
        var buffer = new MemoryStream(BufferBytes);
        for (int i = 0; i < columns.Count; i++)
        {
            buffer.Write(Cell(columns[i].Name, i == columns.Count - 1, isOnly));
        }

        for (int first = 0; first < rows; first += BlockRows)
        {
            ct.ThrowIfCancellationRequested();
            int length = Math.Min(BlockRows, rows - first);
            for (int i = 0; i < columns.Count; i++)
            {
                columns[i].Read(first, codes[i].AsSpan(0, length));
            }

            for (int row = 0; row < length; row++)
            {
                if (isLeftOut?.Invoke(first + row) == true)
                {
                    continue;
                }

                for (int i = 0; i < cells.Length; i++)
                {
                    buffer.Write(cells[i][codes[i][row]]);
                }
            }

            if (buffer.Length > BufferBytes / 2)
            {
                Flush(buffer, target);
            }
        }

        Flush(buffer, target);
    }

    private static void Flush(MemoryStream buffer, Stream target)
    {
        target.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        buffer.SetLength(0);
    }

    // An empty cell that is alone in its row is quoted: most programs take an empty line for none.
    private static byte[] Cell(string value, bool isLast, bool isOnly)
    {
        bool isQuoted = value.AsSpan().ContainsAny(",\"\r\n") || (isOnly && value.Length == 0);
        string text = isQuoted ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;
        return Encoding.UTF8.GetBytes(text + (isLast ? "\n" : ","));
    }
}
