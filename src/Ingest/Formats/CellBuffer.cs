using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Ingest.Formats;

/// <summary>Holds the cells of one row as UTF-8, for formats that do not store text that way. Reused from row to row.</summary>
internal sealed class CellBuffer
{
    private byte[] bytes = new byte[4096];
    private int[] ends = new int[64];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int column] => column >= Count
        ? default
        : bytes.AsSpan(Start(column), ends[column] - Start(column));

    public void Clear() => Count = 0;

    public void AddEmpty() => End(Used);

    public void Add(string text)
    {
        int start = Used;
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        End(start + Encoding.UTF8.GetBytes(text, bytes.AsSpan(start)));
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        int start = Used;
        Reserve(utf8.Length);
        utf8.CopyTo(bytes.AsSpan(start));
        End(start + utf8.Length);
    }

    public void Add(double number)
    {
        int start = Used;
        Reserve(64);
        number.TryFormat(bytes.AsSpan(start), out int written, "R", CultureInfo.InvariantCulture);
        End(start + written);
    }

    public void Add(long number)
    {
        int start = Used;
        Reserve(32);
        Utf8Formatter.TryFormat(number, bytes.AsSpan(start), out int written);
        End(start + written);
    }

    public void Add(bool answer) => Add(answer ? "TRUE"u8 : "FALSE"u8);

    /// <summary>The day alone, <c>yyyy-MM-dd</c>: no column of a case needs a time.</summary>
    public void Add(DateOnly day)
    {
        int start = Used;
        Reserve(16);
        day.TryFormat(bytes.AsSpan(start), out int written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        End(start + written);
    }

    private int Used => Count == 0 ? 0 : ends[Count - 1];

    private int Start(int column) => column == 0 ? 0 : ends[column - 1];

    private void End(int end)
    {
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, ends.Length * 2);
        }

        ends[Count++] = end;
    }

    private void Reserve(int more)
    {
        if (bytes.Length - Used < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Used + more));
        }
    }
}
