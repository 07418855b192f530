using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>How many partners have records that count in a period, or said that they had no case in it. What came after a cut-off counts in the quarter it came in, for its partner too.</summary>
internal static class PartnersCounted
{
    /// <param name="period">The period.</param>
    /// <param name="uploads">All uploads ever accepted.</param>
    /// <param name="nothing">All nil returns; one holds for its own quarter, whenever it was given.</param>
    /// <param name="counted">Where late records count.</param>
    public static int In(ReleasePeriod period, IReadOnlyList<StoredUpload> uploads, IReadOnlyList<NilReturn> nothing, CountedQuarter counted)
    {
        var receipts = uploads.ToDictionary(u => u.Receipt.Id, u => u.Receipt);
        return uploads.Where(u => u is { State: UploadState.Active, Receipt.Content: UploadContent.Cases } && u.Receipt.Quarters.Any(q => period.Quarters.Contains(counted.Of(q.Code, Arrival(u.Receipt)))))
            .Select(u => u.Receipt.Partner)
            .Concat(nothing.Where(n => n.State == UploadState.Active && period.Quarters.Any(q => q.ToString() == n.Quarter)).Select(n => n.Partner))
            .Distinct().Count();

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
