using System.Runtime.CompilerServices;

namespace Anonymize.RecordFiles.Search;

/// <summary>Nodes by their bound, lowest first; equal bounds by node.</summary>
internal sealed class NodeHeap
{
    private Entry[] _entries = new Entry[256];

    public int Count { get; private set; }

    /// <param name="Bound">Below the score of the node.</param>
    /// <param name="Node">Its number.</param>
    /// <param name="Stage">How far the bound was refined.</param>
    public readonly record struct Entry(double Bound, long Node, int Stage)
    {
        public bool IsBefore(in Entry other) => Bound < other.Bound || (Bound == other.Bound && Node < other.Node);
    }

    public double LeastBound => Count == 0 ? double.PositiveInfinity : _entries[0].Bound;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Push(in Entry entry)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
        }

        var at = Count++;
        while (at > 0 && entry.IsBefore(_entries[(at - 1) / 2]))
        {
            _entries[at] = _entries[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _entries[at] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Entry Pop()
    {
        var first = _entries[0];
        var last = _entries[--Count];
        var at = 0;
        for (int child; (child = (2 * at) + 1) < Count; at = child)
        {
            if (child + 1 < Count && _entries[child + 1].IsBefore(_entries[child]))
            {
                child++;
            }

            if (!_entries[child].IsBefore(last))
            {
                break;
            }

            _entries[at] = _entries[child];
        }

        _entries[at] = last;
        return first;
    }
}
