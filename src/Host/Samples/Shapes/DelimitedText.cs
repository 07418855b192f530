using System.Buffers;
using System.Text;

namespace Host.Samples.Shapes;

/// <summary>Rows of delimited text, quoted as RFC 4180 asks.</summary>
internal sealed class DelimitedText : IDisposable
{
    private readonly StreamWriter writer;
    private readonly char delimiter;
    private readonly SearchValues<char> special;

    public DelimitedText(Stream stream, Encoding encoding, char delimiter, string newLine)
    {
        writer = new StreamWriter(stream, encoding) { NewLine = newLine };
        this.delimiter = delimiter;
        special = SearchValues.Create([delimiter, '"', '\r', '\n']);
    }

    /// <summary>Lines written so far; the next one is this plus one.</summary>
    public long Lines { get; private set; }

    public void WriteLine(string raw)
    {
        writer.WriteLine(raw);
        Lines++;
    }

    public void WriteRow(params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                writer.Write(delimiter);
            WriteField(fields[i]);
        }

        writer.WriteLine();
        Lines++;
    }

    public void Dispose() => writer.Dispose();

    private void WriteField(string field)
    {
        if (field.AsSpan().IndexOfAny(special) < 0)
        {
            writer.Write(field);
            return;
        }

        writer.Write('"');
        writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
