using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>
/// Makes the classes of a node out of the classes of a finer one. Keys are numbers with one digit an attribute, added up from tables; while there are few
/// possible keys each has a counter of its own, else they are hashed. The buffers are used again from node to node, so results hold until the next one.
/// </summary>
internal sealed class Grouping(LevelMaps maps)
{
    private const int BlockSize = 2048;
    private const long MostDirect = 1 << 18;

    private readonly ulong[] _keys = new ulong[BlockSize];
    private readonly int[] _direct = new int[MostDirect];
    private int[] _slots = [];
    private ulong[] _keyOf = [];
    private int[] _groupOf = [];
    private int[] _first = [];
    private int[] _sizes = [];
    private int[] _population = [];
    private bool _hasPopulation;
    private int _sourceCount;
    private int _mask;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Sizes => _sizes.AsSpan(0, Count);

    /// <summary>Empty without a population.</summary>
    public ReadOnlySpan<int> Population => _population.AsSpan(0, _hasPopulation ? Count : 0);

    /// <summary>One class of the finer node in each class.</summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, Count);

    /// <summary>Class by class of the finer node.</summary>
    public ReadOnlySpan<int> GroupOf => _groupOf.AsSpan(0, _sourceCount);

    public void Run(GroupList source, ReadOnlySpan<int> levels)
    {
        _sourceCount = source.Count;
        _hasPopulation = source.Population is not null;
        Count = 0;
        Reserve(source.Count);
        var digits = Digits(source, levels);
        UInt128 possible = 1;
        foreach (var (_, _, radix) in digits)
        {
            possible *= (uint)radix;
        }

        if (possible >> 63 == 0)
        {
            var direct = possible <= (UInt128)Math.Min(MostDirect, Math.Max(4096, 8L * source.Count));
            Number(source, Tables(digits), direct);
        }
        else
        {
            NumberInParts(source, digits);
        }
    }

    /// <summary>The classes as a list of their own, to be made coarser later; without sensitive values where their numbers are not given.</summary>
    public GroupList Keep(GroupList source, ReadOnlySpan<int> levels, ReadOnlySpan<int> values)
    {
        var codes = new int[maps.Attributes][];
        for (var j = 0; j < codes.Length; j++)
        {
            codes[j] = maps.Count(j, levels[j]) == 1 ? [] : Codes(source, j, levels[j]);
        }

        var sensitive = new SensitiveEntries[Math.Min(values.Length, source.Sensitive.Length)];
        for (var s = 0; s < sensitive.Length; s++)
        {
            sensitive[s] = source.Sensitive[s].Under(GroupOf, values[s]);
        }

        return new GroupList(levels.ToArray(), codes, Sizes.ToArray(), _hasPopulation ? Population.ToArray() : null, sensitive);
    }

    /// <summary>Category of each class in an attribute.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] Codes(GroupList source, int attribute, int level)
    {
        var codes = new int[Count];
        var map = maps.Map(attribute, source.Levels[attribute], level);
        var finer = source.Codes[attribute];
        for (var group = 0; group < codes.Length; group++)
        {
            codes[group] = map[finer[_first[group]]];
        }

        return codes;
    }

    private (int[] Codes, int[] Map, int Radix)[] Digits(GroupList source, ReadOnlySpan<int> levels)
    {
        var digits = new List<(int[], int[], int)>(levels.Length);
        for (var j = 0; j < levels.Length; j++)
        {
            if (maps.Count(j, levels[j]) > 1)
            {
                digits.Add((source.Codes[j], maps.Map(j, source.Levels[j], levels[j]), maps.Count(j, levels[j])));
            }
        }

        return [.. digits];
    }

    private static (int[] Codes, ulong[] Adds)[] Tables((int[] Codes, int[] Map, int Radix)[] digits)
    {
        var tables = new (int[], ulong[])[digits.Length];
        ulong place = 1;
        for (var i = 0; i < digits.Length; i++)
        {
            var (codes, map, radix) = digits[i];
            var adds = new ulong[map.Length];
            for (var code = 0; code < adds.Length; code++)
            {
                adds[code] = place * (uint)map[code];
            }

            tables[i] = (codes, adds);
            place *= (uint)radix;
        }

        return tables;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Number(GroupList source, (int[] Codes, ulong[] Adds)[] tables, bool direct)
    {
        for (var first = 0; first < source.Count; first += BlockSize)
        {
            var length = Math.Min(BlockSize, source.Count - first);
            Span<ulong> keys = _keys.AsSpan(0, length);
            keys.Clear();
            var t = 0;
            for (; t + 1 < tables.Length; t += 2)
            {
                Add(keys, tables[t].Codes.AsSpan(first, length), tables[t].Adds, tables[t + 1].Codes.AsSpan(first, length), tables[t + 1].Adds);
            }

            if (t < tables.Length)
            {
                Add(keys, tables[t].Codes.AsSpan(first, length), tables[t].Adds);
            }

            if (direct)
            {
                NumberDirectly(keys, source, first);
            }
            else
            {
                NumberByHash(keys, source, first);
            }
        }

        if (direct)
        {
            for (var group = 0; group < Count; group++)
            {
                _direct[_keyOf[group]] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<ulong> keys, ReadOnlySpan<int> codes, ulong[] adds)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] += adds[codes[i]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<ulong> keys, ReadOnlySpan<int> codes, ulong[] adds, ReadOnlySpan<int> otherCodes, ulong[] otherAdds)
    {
        for (var i = 0; i < keys.Length && i < codes.Length && i < otherCodes.Length; i++)
        {
            keys[i] += adds[codes[i]] + otherAdds[otherCodes[i]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NumberDirectly(ReadOnlySpan<ulong> keys, GroupList source, int first)
    {
        var direct = _direct;
        var sizes = source.Sizes;
        for (var i = 0; i < keys.Length; i++)
        {
            var group = direct[keys[i]] - 1;
            if (group < 0)
            {
                group = Open(keys[i], first + i);
                direct[keys[i]] = group + 1;
            }

            _groupOf[first + i] = group;
            _sizes[group] += sizes[first + i];
            if (source.Population is { } population)
            {
                _population[group] += population[first + i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NumberByHash(ReadOnlySpan<ulong> keys, GroupList source, int first)
    {
        if (first == 0)
        {
            ClearSlots(source.Count);
        }

        var slots = _slots;
        var mask = _mask;
        var keyOf = _keyOf;
        var sizes = source.Sizes;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var place = (int)(((key ^ (key >> 32)) * 0x9E3779B97F4A7C15) >> 32) & mask;
            int group;
            while ((group = slots[place] - 1) >= 0 && keyOf[group] != key)
            {
                place = (place + 1) & mask;
            }

            if (group < 0)
            {
                group = Open(key, first + i);
                slots[place] = group + 1;
            }

            _groupOf[first + i] = group;
            _sizes[group] += sizes[first + i];
            if (source.Population is { } population)
            {
                _population[group] += population[first + i];
            }
        }
    }

    private void ClearSlots(int items)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, items * 2));
        if (_slots.Length < size)
        {
            _slots = new int[size];
        }
        else
        {
            Array.Clear(_slots, 0, size);
        }

        _mask = size - 1;
    }

    // The combinations of the first digits are numbered, then those numbers with the next digits, and so on.
    private void NumberInParts(GroupList source, (int[] Codes, int[] Map, int Radix)[] digits)
    {
        var at = 0;
        var numbers = new ulong[source.Count];
        var parts = KeyParts.Split([.. digits.Select(d => d.Radix)]);
        foreach (var part in parts)
        {
            for (var end = at + part; at < end; at++)
            {
                var (codes, map, radix) = digits[at];
                for (var i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = (numbers[i] * (uint)radix) + (uint)map[codes[i]];
                }
            }

            if (at < digits.Length)
            {
                var index = new KeyIndex(source.Count);
                for (var i = 0; i < numbers.Length; i++)
                {
                    numbers[i] = (ulong)index.IdOf(numbers[i]);
                }
            }
        }

        for (var first = 0; first < source.Count; first += BlockSize)
        {
            NumberByHash(numbers.AsSpan(first, Math.Min(BlockSize, source.Count - first)), source, first);
        }
    }

    private int Open(ulong key, int item)
    {
        var group = Count++;
        _keyOf[group] = key;
        _first[group] = item;
        _sizes[group] = 0;
        if (_hasPopulation)
        {
            _population[group] = 0;
        }

        return group;
    }

    private void Reserve(int items)
    {
        if (_groupOf.Length < items)
        {
            _groupOf = new int[items];
            _first = new int[items];
            _sizes = new int[items];
            _population = _hasPopulation ? new int[items] : [];
            _keyOf = new ulong[items];
        }
    }
}
