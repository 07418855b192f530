using Host.Composition;
using Host.Schedule;
using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>How many partners have records that count in a period. What came after a cut-off counts in the quarter it came in, for its partner too.</summary>
internal static class PartnersCounted
{
    /// <param name="period">The period.</param>
    /// <param name="uploads">All uploads ever accepted.</param>
    /// <param name="first">First quarter that is published; what is of an earlier one is never late.</param>
    /// <param name="calendar">Cut-offs.</param>
    public static int In(ReleasePeriod period, IReadOnlyList<StoredUpload> uploads, ReleasePeriod? first, ReleaseCalendar calendar)
    {
        var receipts = uploads.ToDictionary(u => u.Receipt.Id, u => u.Receipt);
        return uploads.Where(u => u.State == UploadState.Active && u.Receipt.Quarters.Any(q => period.Quarters.Contains(Counted(q.Code, Arrival(u.Receipt)))))
            .Select(u => u.Receipt.Partner).Distinct().Count();

        // A correction does not make late what came in time.
        DateOnly Arrival(Receipt receipt)
        {
            while (receipt.Replaces is { } earlier && receipts.TryGetValue(earlier, out var replaced))
            {
                receipt = replaced;
            }

            return calendar.DayOf(receipt.AcceptedAt);
        }

        ReleasePeriod Counted(string own, DateOnly arrival)
        {
            var quarter = ReleasePeriod.TryParse(own, out var parsed) ? parsed : throw new InvalidOperationException("A receipt names quarters.");
            return first is null || quarter < first || arrival <= calendar.CutOff(quarter) ? quarter : ReleasePeriod.QuarterOf(arrival);
        }
    }
}
