using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>In which period the rows of active uploads count. What came after a cut-off counts in the quarter it came in, for its partner too.</summary>
/// <param name="uploads">All uploads ever accepted.</param>
/// <param name="counted">Where late records count.</param>
internal sealed class CountedReceipts(IReadOnlyList<StoredUpload> uploads, CountedQuarter counted)
{
    private readonly Dictionary<UploadId, Receipt> _receipts = uploads.ToDictionary(u => u.Receipt.Id, u => u.Receipt);

    /// <returns>Each receipt with rows that count in the period: how many, and how many of them are of an earlier one.</returns>
    public IEnumerable<(Receipt Receipt, int Rows, int Late)> In(ReleasePeriod period)
    {
        string[] own = [.. period.Quarters.Select(q => q.ToString())];
        foreach (var receipt in uploads.Where(u => u is { State: UploadState.Active, Receipt.Content: UploadContent.Cases }).Select(u => u.Receipt))
        {
            var quarters = receipt.Quarters.Where(q => period.Quarters.Contains(counted.Of(q.Code, Arrival(receipt)))).ToArray();
            if (quarters.Length > 0)
            {
                yield return (receipt, quarters.Sum(q => q.Rows), quarters.Where(q => !own.Contains(q.Code, StringComparer.Ordinal)).Sum(q => q.Rows));
            }
        }
    }

    // A correction does not make late what came in time.
    private DateTimeOffset Arrival(Receipt receipt)
    {
        while (receipt.Replaces is { } earlier && _receipts.TryGetValue(earlier, out var replaced))
        {
            receipt = replaced;
        }

        return receipt.AcceptedAt;
    }
}
