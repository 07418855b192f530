namespace Publication.Tabulations;

/// <summary>
/// Records that no table and no known fact tells apart. An alternative may take away either of two of a kind, so what matters to somebody who knows some of them is how
/// many of the kind are left.
/// </summary>
internal sealed class RecordKinds
{
    private readonly Tabulation _tabulation;
    private readonly IReadOnlyList<TableCounter> _counters;
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly List<int[]> _examples = [];

    public RecordKinds(Tabulation tabulation, IReadOnlyList<TableCounter> counters, TabulatedRecords records)
    {
        _tabulation = tabulation;
        _counters = counters;
        int[] kinds = [.. records.Atoms.Select(Of)];
        Counts = Sum(kinds, records.Counts);
        PartnerCounts = [.. records.PartnerCounts.Select(p => Sum(kinds, p))];
    }

    /// <summary>[kind] records; kinds that no record is of are not in it.</summary>
    public long[] Counts { get; }

    /// <summary>[partner][kind] records of the partner.</summary>
    public IReadOnlyList<long[]> PartnerCounts { get; }

    /// <summary>The kind of such a record.</summary>
    public int Of(int[] atom)
    {
        var key = string.Join('|', _counters.Select(c => string.Join(',', c.CellsOf(atom)))) + '|' + string.Join(',', _tabulation.Facts.Select(f => f.Covers(atom) ? '1' : '0'));
        if (!_kinds.TryGetValue(key, out var kind))
        {
            _kinds.Add(key, kind = _kinds.Count);
            _examples.Add(atom);
        }

        return kind;
    }

    /// <summary>Records of the kind are counted in a cell.</summary>
    public bool AreIn(int kind, int table, int position) => Array.IndexOf(_counters[table].CellsOf(_examples[kind]), position) >= 0;

    private long[] Sum(int[] kinds, long[] counts)
    {
        var sums = new long[_kinds.Count];
        foreach (var (kind, count) in kinds.Zip(counts))
        {
            sums[kind] += count;
        }

        return sums;
    }
}
