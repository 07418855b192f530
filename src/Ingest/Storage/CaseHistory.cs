using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Duplicates;

namespace Ingest.Storage;

/// <summary>
/// Which cases an upload that is being replaced brought, and when each first came. A correction is no late arrival: a case keeps
/// the date on which its partner first reported it.
/// </summary>
internal sealed class CaseHistory
{
    public static readonly CaseHistory Empty = new([]);

    private readonly Dictionary<CaseIdentity, int> firstAccepted;

    private CaseHistory(Dictionary<CaseIdentity, int> firstAccepted) => this.firstAccepted = firstAccepted;

    /// <exception cref="StoreException">The replaced file cannot be read.</exception>
    public static CaseHistory Read(CaseFileReader reader, long acceptedOrder)
    {
        var first = new Dictionary<CaseIdentity, int>();
        while (reader.Read())
        {
            CaseBatch rows = reader.Block.Rows;
            for (int row = 0; row < rows.Count; row++)
            {
                int own = reader.Block.FirstAccepted[row];
                first.TryAdd(new CaseIdentity(rows.CaseKey(row)), own == 0 ? (int)acceptedOrder : own);
            }
        }

        return new CaseHistory(first);
    }

    public static IReadOnlyList<string> Columns { get; } = [CaseFileSchema.CaseKey, CaseFileSchema.FirstAccepted];

    public void Fill(CaseBatch batch, Span<int> orders)
    {
        if (firstAccepted.Count == 0)
        {
            orders[..batch.Count].Clear();
            return;
        }

        for (int row = 0; row < batch.Count; row++)
        {
            orders[row] = firstAccepted.GetValueOrDefault(new CaseIdentity(batch.CaseKey(row)));
        }
    }
}
