using System.Runtime.CompilerServices;

namespace Anonymize.RecordFiles.Tuples;

/// <summary>Makes the tuple table: records are read in blocks that stay in the processor's cache, turned into keys, and numbered.</summary>
internal sealed class TupleCollapse
{
    private const int BlockRows = 2048;

    private readonly int[] _radices;
    private readonly int[] _parts;
    private readonly KeyIndex[] _indices;
    private readonly int[][] _block;
    private readonly ulong[] _keys = new ulong[BlockRows];
    private readonly int[][] _leaves;
    private int[] _weights;
    private int[]? _population;
    private int _count;

    private TupleCollapse(int[] radices, int rows)
    {
        _radices = radices;
        _parts = KeyParts.Split(radices);
        var expected = Math.Min(rows, 1 << 14);
        _indices = [.. _parts.Select(_ => new KeyIndex(expected))];
        _block = [.. radices.Select(_ => new int[BlockRows])];
        _leaves = [.. radices.Select(_ => new int[expected])];
        _weights = new int[Math.Max(1, expected)];
    }

    /// <param name="keys">Key attributes of the file.</param>
    /// <param name="leaves">By attribute, from code of the column to leaf.</param>
    /// <param name="radices">Number of leaves by attribute.</param>
    /// <param name="population">The same attributes of the population and their leaves; null without one.</param>
    /// <param name="sensitive">Sensitive attributes, from code of the column to value, and the number of values.</param>
    public static TupleTable Collapse(
        IReadOnlyList<RecordColumn> keys, int[][] leaves, int[] radices, (IReadOnlyList<RecordColumn> Keys, int[][] Leaves)? population,
        IReadOnlyList<(RecordColumn Column, int[] Values, int Count)> sensitive)
    {
        var rows = keys[0].Rows;
        var collapse = new TupleCollapse(radices, rows);
        var tupleOfRow = new int[rows];
        collapse.Add(keys, leaves, tupleOfRow, intoPopulation: false);
        if (population is { } others)
        {
            collapse._population = new int[collapse._weights.Length];
            collapse.Add(others.Keys, others.Leaves, new int[others.Keys[0].Rows], intoPopulation: true);
        }

        return new TupleTable
        {
            Count = collapse._count,
            Leaves = [.. collapse._leaves.Select(l => l[..collapse._count])],
            Weights = collapse._weights[..collapse._count],
            Population = collapse._population?[..collapse._count],
            Sensitive = [.. sensitive.Select(s => Entries(tupleOfRow, s.Column, s.Values, s.Count))],
            TupleOfRow = tupleOfRow,
        };
    }

    private void Add(IReadOnlyList<RecordColumn> columns, int[][] leaves, int[] tupleOfRow, bool intoPopulation)
    {
        for (var first = 0; first < tupleOfRow.Length; first += BlockRows)
        {
            var length = Math.Min(BlockRows, tupleOfRow.Length - first);
            for (var j = 0; j < columns.Count; j++)
            {
                columns[j].Read(first, _block[j].AsSpan(0, length));
            }

            var tuples = tupleOfRow.AsSpan(first, length);
            Number(tuples, leaves);
            Count(tuples, intoPopulation);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Number(Span<int> tuples, int[][] leaves)
    {
        var keys = _keys.AsSpan(0, tuples.Length);
        keys.Clear();
        var attribute = 0;
        for (var part = 0; part < _parts.Length; part++)
        {
            for (var end = attribute + _parts[part]; attribute < end; attribute++)
            {
                var radix = (uint)_radices[attribute];
                var leafOf = leaves[attribute];
                var codes = _block[attribute].AsSpan(0, keys.Length);
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = (keys[i] * radix) + (uint)leafOf[codes[i]];
                }
            }

            var index = _indices[part];
            if (part < _parts.Length - 1)
            {
                for (var i = 0; i < keys.Length; i++)
                {
                    keys[i] = (ulong)index.IdOf(keys[i]);
                }

                continue;
            }

            for (var i = 0; i < keys.Length; i++)
            {
                var id = index.IdOf(keys[i]);
                tuples[i] = id;
                if (id == _count)
                {
                    Keep(i, leaves);
                }
            }
        }
    }

    private void Keep(int row, int[][] leaves)
    {
        if (_count == _weights.Length)
        {
            Array.Resize(ref _weights, _count * 2);
            for (var j = 0; j < _leaves.Length; j++)
            {
                Array.Resize(ref _leaves[j], _count * 2);
            }

            if (_population is not null)
            {
                Array.Resize(ref _population, _count * 2);
            }
        }

        for (var j = 0; j < _leaves.Length; j++)
        {
            _leaves[j][_count] = leaves[j][_block[j][row]];
        }

        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(ReadOnlySpan<int> tuples, bool intoPopulation)
    {
        var counts = intoPopulation ? _population! : _weights;
        foreach (var tuple in tuples)
        {
            counts[tuple]++;
        }
    }

    private static SensitiveEntries Entries(int[] tupleOfRow, RecordColumn column, int[] values, int count)
    {
        var index = new KeyIndex(1 << 12);
        var entries = new List<(int Owner, int Value)>();
        var weights = new List<int>();
        var block = new int[BlockRows];
        for (var first = 0; first < tupleOfRow.Length; first += BlockRows)
        {
            var codes = block.AsSpan(0, Math.Min(BlockRows, tupleOfRow.Length - first));
            column.Read(first, codes);
            for (var i = 0; i < codes.Length; i++)
            {
                var (owner, value) = (tupleOfRow[first + i], values[codes[i]]);
                var id = index.IdOf(((ulong)(uint)owner * (uint)count) + (uint)value);
                if (id == weights.Count)
                {
                    entries.Add((owner, value));
                    weights.Add(0);
                }

                weights[id]++;
            }
        }

        return new SensitiveEntries([.. entries.Select(e => e.Owner)], [.. entries.Select(e => e.Value)], [.. weights]);
    }
}
