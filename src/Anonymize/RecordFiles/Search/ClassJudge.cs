using System.Runtime.CompilerServices;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Search;

/// <summary>Which classes fail the models.</summary>
internal sealed class ClassJudge(ModelSet models)
{
    private const double Rounding = 1e-6;

    private readonly int[][] _histograms = [.. models.Values.Select(count => new int[count])];
    private bool[] _fails = [];
    private int[] _starts = [];

    /// <summary>By class; rules that look beyond a class add theirs.</summary>
    public Span<bool> Fails => _fails;

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
    public void JudgeSensitive(ReadOnlySpan<int> sizes, SensitiveEntries[] entries, ReadOnlySpan<int> classOf) =>
        Judge(sizes, entries, classOf, (attribute, group, histogram, size) => _fails[group] = !models.Holds(attribute, histogram, size));

    /// <summary>
    /// The least number of records that every finer node suppresses for their sensitive values, those of classes that failed already not counted. Classes
    /// that are lost whole fail.
    /// </summary>
    /// <param name="sizes">Records by class.</param>
    /// <param name="entries">By sensitive attribute, of the finer classes.</param>
    /// <param name="classOf">From finer class to class.</param>
    public long LostWhenDivided(ReadOnlySpan<int> sizes, SensitiveEntries[] entries, ReadOnlySpan<int> classOf)
    {
        var lost = new double[sizes.Length];
        long whole = 0;
        Judge(sizes, entries, classOf, (attribute, group, histogram, size) =>
        {
            lost[group] = Math.Max(lost[group], models.LostWhenDivided(attribute, histogram, size));
            if (lost[group] >= 1)
            {
                _fails[group] = true;
                whole += size;
                lost[group] = 0;
            }
        });

        double parts = 0;
        for (var group = 0; group < sizes.Length; group++)
        {
            parts += _fails[group] ? 0 : lost[group] * sizes[group];
        }

        return whole + (long)Math.Ceiling(parts - Rounding);
    }

    private delegate void Verdict(int attribute, int group, ReadOnlySpan<int> histogram, int size);

    private void Judge(ReadOnlySpan<int> sizes, SensitiveEntries[] entries, ReadOnlySpan<int> classOf, Verdict verdict)
    {
        for (var attribute = 0; attribute < entries.Length; attribute++)
        {
            if (models.Sensitive[attribute].Length > 0)
            {
                Judge(attribute, sizes, entries[attribute], classOf, verdict);
            }
        }
    }

    // Entries are put in the order of their classes by counting; then each class's histogram is filled, judged and emptied.
    private void Judge(int attribute, ReadOnlySpan<int> sizes, SensitiveEntries entries, ReadOnlySpan<int> classOf, Verdict verdict)
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

            verdict(attribute, group, histogram, sizes[group]);
        }

        System.Buffers.ArrayPool<int>.Shared.Return(order);
    }
}
