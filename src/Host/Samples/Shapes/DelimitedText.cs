using System.Buffers;
using System.Text;

namespace Host.Samples.Shapes;

/// <summary>Rows of delimited text, quoted as RFC 4180 asks.</summary>
internal sealed class DelimitedText : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly char _delimiter;
    private readonly SearchValues<char> _special;

    public DelimitedText(Stream stream, Encoding encoding, char delimiter, string newLine)
    {
        _writer = new StreamWriter(stream, encoding) { NewLine = newLine };
        _delimiter = delimiter;
        _special = SearchValues.Create([_delimiter, '"', '\r', '\n']);
    }

    /// <summary>Lines written so far; the next one is this plus one.</summary>
    public long Lines { get; private set; }

    public void WriteLine(string raw)
    {
        _writer.WriteLine(raw);
        Lines++;
    }

    public void WriteRow(params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
                _writer.Write(_delimiter);
            WriteField(fields[i]);
        }

        _writer.WriteLine();
        Lines++;
    }

    public void Dispose() => _writer.Dispose();

    private void WriteField(string field)
    {
        if (field.AsSpan().IndexOfAny(_special) < 0)
        {
            _writer.Write(field);
            return;
        }

        _writer.Write('"');
        _writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }
}
