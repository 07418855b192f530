using Ingest.Cases;

namespace Ingest.Storage;

/// <summary>A block of stored rows, and for each the order of the upload that first brought the case (0: the one it is read from).</summary>
internal sealed class StoredCases
{
    public CaseBatch Rows { get; } = new();

    public int[] FirstAccepted { get; } = new int[CaseBatch.Capacity];

    public override string ToString() => nameof(StoredCases);
}
