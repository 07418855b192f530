using System.Runtime.CompilerServices;

namespace Anonymize.RecordFiles.Tuples;

/// <summary>Numbers 64-bit keys 0, 1, 2 … as they come. Open addressing; made for millions of look-ups.</summary>
internal sealed class KeyIndex(int expected)
{
    private int[] _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, expected * 2))];
    private ulong[] _keys = new ulong[Math.Max(16, expected)];

    public int Count { get; private set; }

    /// <summary>The number of a key; new where it is the count before the call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int IdOf(ulong key)
    {
        var slots = _slots;
        var keys = _keys;
        var mask = slots.Length - 1;
        var place = (int)(Mix(key) >> 32) & mask;
        for (int id; (id = slots[place] - 1) >= 0; place = (place + 1) & mask)
        {
            if (keys[id] == key)
            {
                return id;
            }
        }

        return Add(key, place);
    }

    /// <summary>Multiplicative hashing; the high half of the product depends on every bit of the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong key)
    {
        key ^= key >> 32;
        return key * 0x9E3779B97F4A7C15;
    }

    private int Add(ulong key, int place)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
        }

        _keys[Count] = key;
        _slots[place] = ++Count;
        if (Count * 2 > _slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var place = (int)(Mix(_keys[id]) >> 32) & mask;
            while (_slots[place] != 0)
            {
                place = (place + 1) & mask;
            }

            _slots[place] = id + 1;
        }
    }
}
