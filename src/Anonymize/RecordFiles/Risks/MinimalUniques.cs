namespace Anonymize.RecordFiles.Risks;

/// <summary>
/// Minimal sample uniques (SUDA2, Manning, Haglin and Keane 2008): sets of attributes in which a record is alone and in no part of which it is. Records are
/// the distinct combinations with a frequency; a record that is not alone in all attributes together is alone in none.
/// </summary>
/// <remarks>
/// Sets are visited size by size as bits, each by grouping all combinations once; a set in which nobody is alone that was not alone in a part of it adds
/// nothing. Cost: sets of up to <c>most</c> attributes times distinct combinations.
/// </remarks>
internal sealed class MinimalUniques
{
    private readonly int[][] _codes;
    private readonly int[] _radices;
    private readonly int[] _frequencies;
    private readonly List<uint>[] _found;

    /// <param name="codes">By attribute and combination.</param>
    /// <param name="radices">Number of codes by attribute.</param>
    /// <param name="frequencies">Records of each combination.</param>
    public MinimalUniques(int[][] codes, int[] radices, int[] frequencies)
    {
        _codes = codes;
        _radices = radices;
        _frequencies = frequencies;
        _found = [.. frequencies.Select(_ => new List<uint>(0))];
    }

    /// <summary>By combination, the minimal sets as bits of attributes.</summary>
    public IReadOnlyList<IReadOnlyList<uint>> Find(int most, CancellationToken cancellationToken)
    {
        // Only records that are alone in all attributes can be alone in some.
        var alone = Enumerable.Range(0, _frequencies.Length).Where(t => _frequencies[t] == 1).ToArray();
        var attributes = _codes.Length;
        for (var size = 1; size <= Math.Min(most, attributes); size++)
        {
            for (var set = (1u << size) - 1; set < 1u << attributes; set = Next(set))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Visit(set, alone);
            }
        }

        return _found;
    }

    // The next larger number with as many bits (Gosper).
    private static uint Next(uint set)
    {
        var low = set & (0u - set);
        var ripple = set + low;
        return ripple | (((set ^ ripple) >> 2) / low);
    }

    private void Visit(uint set, int[] alone)
    {
        var index = new Tuples.KeyIndex(1 << 10);
        var counts = new List<int>();
        var groups = new int[_frequencies.Length];
        var keys = Keys(set);
        for (var t = 0; t < groups.Length; t++)
        {
            groups[t] = index.IdOf(keys[t]);
            if (groups[t] == counts.Count)
            {
                counts.Add(0);
            }

            counts[groups[t]] += _frequencies[t];
        }

        foreach (var t in alone)
        {
            if (counts[groups[t]] == 1 && !_found[t].Any(part => (part & set) == part))
            {
                _found[t].Add(set);
            }
        }
    }

    private ulong[] Keys(uint set)
    {
        var keys = new ulong[_frequencies.Length];
        UInt128 possible = 1;
        for (var j = 0; j < _codes.Length; j++)
        {
            if ((set & (1u << j)) == 0)
            {
                continue;
            }

            possible *= (uint)_radices[j];
            if (possible >> 63 != 0)
            {
                var index = new Tuples.KeyIndex(keys.Length);
                for (var t = 0; t < keys.Length; t++)
                {
                    keys[t] = (ulong)index.IdOf(keys[t]);
                }

                possible = (UInt128)index.Count * (uint)_radices[j];
            }

            for (var t = 0; t < keys.Length; t++)
            {
                keys[t] = (keys[t] * (uint)_radices[j]) + (uint)_codes[j][t];
            }
        }

        return keys;
    }
}
