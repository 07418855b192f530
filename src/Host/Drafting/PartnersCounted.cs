using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>How many partners have records that count in a period. What came after a cut-off counts in the quarter it came in, for its partner too.</summary>
internal static class PartnersCounted
{
    /// <param name="period">The period.</param>
    /// <param name="uploads">All uploads ever accepted.</param>
    /// <param name="counted">Where late records count.</param>
    public static int In(ReleasePeriod period, IReadOnlyList<StoredUpload> uploads, CountedQuarter counted)
    {
        var receipts = uploads.ToDictionary(u => u.Receipt.Id, u => u.Receipt);
        return uploads.Where(u => u.State == UploadState.Active && u.Receipt.Quarters.Any(q => period.Quarters.Contains(counted.Of(q.Code, Arrival(u.Receipt)))))
            .Select(u => u.Receipt.Partner).Distinct().Count();

        // A correction does not make late what came in time.
        DateTimeOffset Arrival(Receipt receipt)
        {
            while (receipt.Replaces is { } earlier && receipts.TryGetValue(earlier, out var replaced))
            {
                receipt = replaced;
            }

            return receipt.AcceptedAt;
        }
    }
}
