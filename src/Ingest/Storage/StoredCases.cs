using Ingest.Cases;

namespace Ingest.Storage;

/// <summary>A block of stored rows, and for each the order of the upload that first brought the case (0: the one it is read from).</summary>
internal sealed class StoredCases
{
    public CaseBatch Rows { get; } = new();

    public int[] FirstAccepted { get; } = new int[CaseBatch.Capacity];

    /// <summary>Leaves rows out and moves the others up.</summary>
    /// <param name="rows">Ascending.</param>
    public void Remove(IReadOnlyList<int> rows)
    {
        for (int row = 0, next = 0; row < Rows.Count; row++)
        {
            if (next < rows.Count && rows[next] == row)
            {
                next++;
            }
            else
            {
                FirstAccepted[row - next] = FirstAccepted[row];
            }
        }

        Rows.Remove(rows);
    }

    public override string ToString() => nameof(StoredCases);
}
