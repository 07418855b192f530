using Ingest.Reading;

namespace Ingest.Tabular;

/// <summary>The distinct texts of a column, as UTF-8 in one buffer, numbered as they come. Open addressing over a 64-bit hash; texts are compared.</summary>
internal sealed class TextDictionary
{
    private int[] slots = new int[64];
    private ulong[] hashes = new ulong[16];
    private int[] ends = new int[16];
    private byte[] texts = new byte[256];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int code] => texts.AsSpan(Start(code)..ends[code]);

    /// <summary>The code of a text, a new one where it is new: that is so where the code is the count before the call.</summary>
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        ulong hash = TextHash.Fixed.Of(text);
        int mask = slots.Length - 1;
        int place = (int)(hash >> 32) & mask;
        for (int code; (code = slots[place] - 1) >= 0; place = (place + 1) & mask)
        {
            if (hashes[code] == hash && this[code].SequenceEqual(text))
            {
                return code;
            }
        }

        return Add(text, hash, place);
    }

    private int Start(int code) => code == 0 ? 0 : ends[code - 1];

    private int Add(ReadOnlySpan<byte> text, ulong hash, int place)
    {
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, Count * 2);
            Array.Resize(ref hashes, Count * 2);
        }

        int start = Start(Count);
        if (texts.Length - start < text.Length)
        {
            Array.Resize(ref texts, checked((int)Math.Max(Math.Min(texts.Length * 2L, Array.MaxLength), (long)start + text.Length)));
        }

        text.CopyTo(texts.AsSpan(start));
        ends[Count] = start + text.Length;
        hashes[Count] = hash;
        slots[place] = ++Count;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        int mask = slots.Length - 1;
        for (int code = 0; code < Count; code++)
        {
            int place = (int)(hashes[code] >> 32) & mask;
            while (slots[place] != 0)
            {
                place = (place + 1) & mask;
            }

            slots[place] = code + 1;
        }
    }
}
