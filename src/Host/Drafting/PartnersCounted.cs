using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>How many partners have records that count in a period, or said that they had no case in it.</summary>
internal static class PartnersCounted
{
    /// <param name="period">The period.</param>
    /// <param name="uploads">All uploads ever accepted.</param>
    /// <param name="nothing">All nil returns; one holds for its own quarter, whenever it was given.</param>
    /// <param name="counted">Where late records count.</param>
    public static int In(ReleasePeriod period, IReadOnlyList<StoredUpload> uploads, IReadOnlyList<NilReturn> nothing, CountedQuarter counted) =>
        new CountedReceipts(uploads, counted).In(period).Select(r => r.Receipt.Partner)
            .Concat(nothing.Where(n => n.State == UploadState.Active && period.Quarters.Any(q => q.ToString() == n.Quarter)).Select(n => n.Partner))
            .Distinct().Count();
}
