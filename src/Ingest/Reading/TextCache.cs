namespace Ingest.Reading;

/// <summary>
/// Remembers what a cell text of one column means. Columns of codes repeat few texts, so a lookup replaces decoding, folding and
/// parsing. Bounded in entries and in text length: a column of unique texts costs no memory.
/// </summary>
/// <typeparam name="T">What the text means.</typeparam>
internal sealed class TextCache<T>
{
    public const int LongestText = 128;
    public const int MostEntries = 32_768;
    private const int LongestProbe = 8;

    private Entry[] entries = new Entry[64];
    private byte[] texts = new byte[1024];
    private int used;
    private int count;

    public bool TryGet(ReadOnlySpan<byte> text, out T value)
    {
        if (text.Length <= LongestText)
        {
            ulong hash = Hash(text);
            int mask = entries.Length - 1;
            for (int probe = 0; probe < LongestProbe; probe++)
            {
                ref Entry entry = ref entries[(int)(hash >> 20) + probe & mask];
                if (entry.Hash == 0)
                {
                    break;
                }

                if (entry.Hash == hash && texts.AsSpan(entry.Start, entry.Length).SequenceEqual(text))
                {
                    value = entry.Value;
                    return true;
                }
            }
        }

        value = default!;
        return false;
    }

    public void Add(ReadOnlySpan<byte> text, T value)
    {
        if (text.Length > LongestText || count >= MostEntries)
        {
            return;
        }

        if (count * 2 >= entries.Length)
        {
            Grow();
        }

        if (used + text.Length > texts.Length)
        {
            Array.Resize(ref texts, Math.Max(texts.Length * 2, used + text.Length));
        }

        // A text that finds no place near its own (texts chosen to collide) is parsed each time instead.
        if (Place(entries, new Entry { Hash = Hash(text), Start = used, Length = text.Length, Value = value }))
        {
            text.CopyTo(texts.AsSpan(used));
            used += text.Length;
            count++;
        }
    }

    private static bool Place(Entry[] table, Entry added)
    {
        for (int probe = 0; probe < LongestProbe; probe++)
        {
            ref Entry entry = ref table[(int)(added.Hash >> 20) + probe & (table.Length - 1)];
            if (entry.Hash == 0)
            {
                entry = added;
                return true;
            }
        }

        return false;
    }

    private void Grow()
    {
        var larger = new Entry[entries.Length * 2];
        foreach (Entry entry in entries)
        {
            if (entry.Hash != 0)
            {
                Place(larger, entry);
            }
        }

        entries = larger;
    }

    /// <summary>Never 0, which is the mark of an empty place.</summary>
    private static ulong Hash(ReadOnlySpan<byte> text) => TextHash.Fixed.Of(text) | 1;

    private struct Entry
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public T Value;
    }
}
