using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Tuples;

namespace Anonymize.RecordFiles.Recoding;

/// <summary>Whether a set of tuples may be a class.</summary>
internal sealed class TupleJudge
{
    private readonly TupleTable _tuples;
    private readonly ModelSet _models;
    private readonly int[][] _starts;
    private readonly int[][] _order;
    private readonly int[][] _histograms;

    public TupleJudge(TupleTable tuples, ModelSet models)
    {
        _tuples = tuples;
        _models = models;
        _histograms = [.. models.Values.Select(count => new int[count])];
        _starts = new int[tuples.Sensitive.Length][];
        _order = new int[tuples.Sensitive.Length][];
        for (var s = 0; s < _starts.Length; s++)
        {
            (_starts[s], _order[s]) = ByOwner(tuples.Sensitive[s], tuples.Count);
        }
    }

    public int Size(ReadOnlySpan<int> tuples)
    {
        var size = 0;
        foreach (var tuple in tuples)
        {
            size += _tuples.Weights[tuple];
        }

        return size;
    }

    public bool Holds(ReadOnlySpan<int> tuples)
    {
        var size = Size(tuples);
        return size >= _models.Asked.K && HoldsSensitive(tuples, size);
    }

    private bool HoldsSensitive(ReadOnlySpan<int> tuples, int size)
    {
        for (var s = 0; s < _starts.Length; s++)
        {
            if (_models.Sensitive[s].Length == 0)
            {
                continue;
            }

            var histogram = _histograms[s];
            Array.Clear(histogram);
            var entries = _tuples.Sensitive[s];
            foreach (var tuple in tuples)
            {
                for (var i = _starts[s][tuple]; i < _starts[s][tuple + 1]; i++)
                {
                    histogram[entries.Values[_order[s][i]]] += entries.Weights[_order[s][i]];
                }
            }

            if (!_models.Holds(s, histogram, size))
            {
                return false;
            }
        }

        return true;
    }

    private static (int[] Starts, int[] Order) ByOwner(SensitiveEntries entries, int owners)
    {
        var starts = new int[owners + 2];
        foreach (var owner in entries.Owners)
        {
            starts[owner + 2]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var order = new int[entries.Count];
        for (var e = 0; e < order.Length; e++)
        {
            order[starts[entries.Owners[e] + 1]++] = e;
        }

        return (starts[..(owners + 1)], order);
    }
}
