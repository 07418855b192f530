using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>Which classes fail the models.</summary>
internal sealed class ClassJudge(ModelSet models)
{
    private readonly int[][] _histograms = [.. models.Values.Select(count => new int[count])];
    private bool[] _fails = [];
    private int[] _starts = [];

    /// <summary>By class.</summary>
    public ReadOnlySpan<bool> Fails => _fails;

    /// <summary>Records in classes that are too small: in every finer node they are in such classes as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long JudgeSizes(ReadOnlySpan<int> sizes, ReadOnlySpan<int> population)
    {
        if (_fails.Length < sizes.Length)
        {
            _fails = new bool[sizes.Length];
        }

        long records = 0;
        if (population.IsEmpty)
        {
            var k = models.Asked.K;
            for (var i = 0; i < sizes.Length; i++)
            {
                var fails = sizes[i] < k;
                _fails[i] = fails;
                records += fails ? sizes[i] : 0;
            }

            return records;
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            _fails[i] = models.IsSmall(sizes[i], population[i]);
            records += _fails[i] ? sizes[i] : 0;
        }

        return records;
    }

    /// <summary>Fails classes for their share of the population besides.</summary>
    /// <returns>False where an absent class fails.</returns>
    public bool JudgePresence(ReadOnlySpan<int> sizes, ReadOnlySpan<int> population)
    {
        if (models.Asked.Presence is null)
        {
            return true;
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            if (!models.BreaksPresence(sizes[i], population[i]))
            {
                continue;
            }

            if (sizes[i] == 0)
            {
                return false;
            }

            _fails[i] = true;
        }

        return true;
    }

    /// <summary>Fails classes for their sensitive values besides. Classes that failed already are not looked at.</summary>
    /// <param name="sizes">Records by class.</param>
    /// <param name="entries">By sensitive attribute, of the finer classes.</param>
    /// <param name="classOf">From finer class to class.</param>
    public void JudgeSensitive(ReadOnlySpan<int> sizes, SensitiveEntries[] entries, ReadOnlySpan<int> classOf)
    {
        for (var attribute = 0; attribute < entries.Length; attribute++)
        {
            if (models.Sensitive[attribute].Length > 0)
            {
                JudgeSensitive(attribute, sizes, entries[attribute], classOf);
            }
        }
    }

    // Entries are put in the order of their classes by counting; then each class's histogram is filled, judged and emptied.
    private void JudgeSensitive(int attribute, ReadOnlySpan<int> sizes, SensitiveEntries entries, ReadOnlySpan<int> classOf)
    {
        if (_starts.Length < sizes.Length + 1)
        {
            _starts = new int[sizes.Length + 1];
        }

        var starts = _starts.AsSpan(0, sizes.Length + 1);
        starts.Clear();
        foreach (var owner in entries.Owners)
        {
            starts[classOf[owner] + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var order = System.Buffers.ArrayPool<int>.Shared.Rent(entries.Count);
        for (var e = 0; e < entries.Count; e++)
        {
            order[starts[classOf[entries.Owners[e]]]++] = e;
        }

        var histogram = _histograms[attribute];
        for (int group = 0, at = 0; group < sizes.Length; group++)
        {
            if (_fails[group] || sizes[group] == 0)
            {
                at = starts[group];
                continue;
            }

            Array.Clear(histogram);
            for (; at < starts[group]; at++)
            {
                histogram[entries.Values[order[at]]] += entries.Weights[order[at]];
            }

            _fails[group] = !models.Holds(attribute, histogram, sizes[group]);
        }

        System.Buffers.ArrayPool<int>.Shared.Return(order);
    }
}
