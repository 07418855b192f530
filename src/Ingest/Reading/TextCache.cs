using System.Buffers.Binary;

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

    /// <summary>Two words hold a text of so many bytes, so that comparing them is comparing the text.</summary>
    private const int LongestWhole = 2 * sizeof(ulong);

    private Entry[] entries = new Entry[64];
    private byte[] texts = [];
    private int used;
    private int count;

    public bool TryGet(ReadOnlySpan<byte> text, out T value)
    {
        if (text.Length <= LongestText)
        {
            (ulong first, ulong last) = Words(text);
            Entry[] table = entries;
            int place = PlaceOf(first, last, table.Length);
            for (int probe = 0; probe < LongestProbe; probe++)
            {
                ref Entry entry = ref table[place + probe & (table.Length - 1)];
                if (entry.First == first && entry.Last == last && entry.LengthAndOne == text.Length + 1
                    && (text.Length <= LongestWhole || texts.AsSpan(entry.Start, text.Length).SequenceEqual(text)))
                {
                    value = entry.Value;
                    return true;
                }

                if (entry.LengthAndOne == 0)
                {
                    break;
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

        // A text that finds no place near its own (texts chosen to collide) is parsed each time instead.
        (ulong first, ulong last) = Words(text);
        if (Place(entries, new Entry { First = first, Last = last, LengthAndOne = text.Length + 1, Start = used, Value = value }))
        {
            count++;
            if (text.Length > LongestWhole)
            {
                Keep(text);
            }
        }
    }

    private void Keep(ReadOnlySpan<byte> text)
    {
        if (used + text.Length > texts.Length)
        {
            Array.Resize(ref texts, Math.Max(Math.Max(1024, texts.Length * 2), used + text.Length));
        }

        text.CopyTo(texts.AsSpan(used));
        used += text.Length;
    }

    private static bool Place(Entry[] table, Entry added)
    {
        int place = PlaceOf(added.First, added.Last, table.Length);
        for (int probe = 0; probe < LongestProbe; probe++)
        {
            ref Entry entry = ref table[place + probe & (table.Length - 1)];
            if (entry.LengthAndOne == 0)
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
            if (entry.LengthAndOne != 0)
            {
                Place(larger, entry);
            }
        }

        entries = larger;
    }

    private static int PlaceOf(ulong first, ulong last, int length) =>
        (int)(((first * 0x9E3779B97F4A7C15) + (last * 0xC2B2AE3D27D4EB4F)) >> 32) & (length - 1);

    /// <summary>All bytes of a text of up to <see cref="LongestWhole"/>, which its length and these tell; of a longer one, a hash.</summary>
    private static (ulong First, ulong Last) Words(ReadOnlySpan<byte> text) => text.Length switch
    {
        > LongestWhole => (TextHash.Fixed.Of(text), 0),
        >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])),
        >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(text), BinaryPrimitives.ReadUInt32LittleEndian(text[^4..])),
        > 0 => (text[0] | ((ulong)text[text.Length >> 1] << 8), text[^1]),
        _ => default,
    };

    private struct Entry
    {
        public ulong First;
        public ulong Last;

        /// <summary>0 where there is no text.</summary>
        public int LengthAndOne;
        public int Start;
        public T Value;
    }
}
