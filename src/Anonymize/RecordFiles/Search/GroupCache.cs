using System.Runtime.CompilerServices;

namespace Anonymize.RecordFiles.Search;

/// <summary>Classes held for coarser nodes, the smallest list that serves being found first. Bounded in bytes; the largest go first.</summary>
internal sealed class GroupCache(GroupList tuples, long mostBytes, int mostLists)
{
    private readonly List<GroupList> _lists = [];
    private long _bytes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public GroupList SourceOf(ReadOnlySpan<int> levels)
    {
        var best = tuples;
        foreach (var list in _lists)
        {
            if (list.Count < best.Count && list.IsFinerThan(levels))
            {
                best = list;
            }
        }

        return best;
    }

    public void Add(GroupList list)
    {
        if (list.Bytes > mostBytes / 4)
        {
            return;
        }

        _lists.Add(list);
        _bytes += list.Bytes;
        while (_bytes > mostBytes || _lists.Count > mostLists)
        {
            var largest = 0;
            for (var i = 1; i < _lists.Count; i++)
            {
                largest = _lists[i].Count > _lists[largest].Count ? i : largest;
            }

            _bytes -= _lists[largest].Bytes;
            _lists.RemoveAt(largest);
        }
    }
}
