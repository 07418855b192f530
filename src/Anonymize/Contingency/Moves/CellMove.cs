namespace Anonymize.Contingency.Moves;

/// <summary>
/// A change to the truth that keeps every relation: whole numbers, cells ascending, no zeros. Added to the truth it is an alternative, provided that no
/// cell passes its room.
/// </summary>
internal sealed class CellMove
{
    private CellMove(int[] cells, long[] deltas)
    {
        Cells = cells;
        Deltas = deltas;
    }

    public int[] Cells { get; }

    public long[] Deltas { get; }

    public static CellMove Of(IReadOnlyDictionary<int, long> changes)
    {
        int[] cells = [.. changes.Where(c => c.Value != 0).Select(c => c.Key).Order()];
        return new CellMove(cells, [.. cells.Select(c => changes[c])]);
    }

    public long At(int cell) => Array.BinarySearch(Cells, cell) is >= 0 and var i ? Deltas[i] : 0;

    public CellMove Reversed() => new(Cells, [.. Deltas.Select(d => -d)]);
}
