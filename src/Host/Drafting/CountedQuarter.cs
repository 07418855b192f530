using Host.Schedule;
using Ingest.Catalogue;
using Publication.Releases;

namespace Host.Drafting;

/// <summary>In which quarter records of a quarter count: their own while it is open, and the one they arrived in once its cut-off day is over.</summary>
/// <param name="first">First quarter that is published; what is of an earlier one is never late.</param>
/// <param name="calendar">Cut-offs.</param>
/// <param name="rebuilt">Quarters that never close, since an older backup had forgotten them.</param>
internal sealed class CountedQuarter(ReleasePeriod? first, ReleaseCalendar calendar, IReadOnlySet<string> rebuilt)
{
    /// <param name="own">Quarter of the records, <c>2025-Q4</c>.</param>
    /// <param name="accepted">When they were accepted.</param>
    public ReleasePeriod Of(string own, DateTimeOffset accepted)
    {
        var quarter = ReleasePeriod.TryParse(own, out var parsed) ? parsed : throw new InvalidOperationException("A receipt names quarters.");
        var arrival = calendar.DayOf(accepted);
        return first is null || quarter < first || rebuilt.Contains(own) || arrival <= calendar.CutOff(quarter) ? quarter : ReleasePeriod.QuarterOf(arrival);
    }

    /// <summary>Records of a receipt that came after the cut-off of their quarter.</summary>
    public IReadOnlyList<LateRecords> LateIn(Receipt receipt) =>
    [
        .. LateQuarters(receipt).Where(_ => receipt.Content == UploadContent.Cases)
            .Select(q => new LateRecords(q.Code, q.Rows, Of(q.Code, receipt.AcceptedAt).ToString(), IsAtMost: receipt.Replaces is not null)),
    ];

    /// <summary>Quarters whose figures came for the first time after the cut-off: they count nowhere, for a figure of one quarter is none of another.</summary>
    public IReadOnlyList<string> TooLateIn(Receipt receipt) =>
        receipt is { Content: UploadContent.Figures, Replaces: null } ? [.. LateQuarters(receipt).Select(q => q.Code)] : [];

    private IEnumerable<RowCount> LateQuarters(Receipt receipt) => receipt.Quarters.Where(q => Of(q.Code, receipt.AcceptedAt).ToString() != q.Code);
}
