using Host.Configuration;
using Publication.Releases;

namespace Host.Schedule;

/// <summary>When a period is closed, drafted and published. Days and minutes are those of the calendar's time zone; moments are returned in UTC.</summary>
/// <param name="settings">Days and minutes.</param>
/// <param name="extended">Later cut-off days by quarter; none where nothing was extended.</param>
internal sealed class ReleaseCalendar(CalendarSettings settings, IReadOnlyDictionary<string, DateOnly>? extended = null)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>Last day on which a record still counts in the period; a year closes with its fourth quarter.</summary>
    public DateOnly CutOff(ReleasePeriod period) =>
        extended is not null && extended.TryGetValue(ReleasePeriod.QuarterOf(period.End).ToString(), out var later) ? later : OwnCutOff(period);

    /// <summary>The same as the settings say, whatever was extended.</summary>
    public DateOnly OwnCutOff(ReleasePeriod period) => Beginning(period).AddDays(settings.CutOffDays);

    /// <summary>First moment after the cut-off day.</summary>
    public DateTimeOffset ClosedAt(ReleasePeriod period) => Moment(CutOff(period).AddDays(1), TimeOnly.MinValue);

    /// <summary>On its day, or once the period is closed where that is later.</summary>
    public DateTimeOffset DraftAt(ReleasePeriod period)
    {
        var due = Moment(Beginning(period).AddDays(settings.DraftDays), period.IsYear ? settings.DraftAt.AddMinutes(30) : settings.DraftAt);
        var closed = ClosedAt(period).AddMinutes(period.IsYear ? 30 : 0);
        return due < closed && extended is not null ? closed : due;
    }

    public DateOnly PublicationDate(ReleasePeriod period) => Beginning(period).AddDays(settings.PublishDays);

    public DateTimeOffset PublishAt(ReleasePeriod period) => Moment(PublicationDate(period), settings.PublishAt);

    /// <summary>Publication of the next period of the same kind.</summary>
    public DateOnly NextPublication(ReleasePeriod period) =>
        PublicationDate(period.IsYear ? ReleasePeriod.OfYear(period.Year + 1) : ReleasePeriod.QuarterOf(period.End.AddDays(1)));

    /// <summary>The day that it is in the calendar's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, _zone).DateTime);

    /// <summary>The clock on the wall in the calendar's time zone.</summary>
    public DateTime LocalOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;

    public DateTimeOffset ReconcileAt(DateOnly day) => Moment(day, settings.ReconcileAt);

    /// <summary>Periods whose draft is due by a moment, from a first quarter on, in the order of publication.</summary>
    public IEnumerable<ReleasePeriod> DraftedBy(ReleasePeriod first, DateTimeOffset moment)
    {
        for (var quarter = first; DraftAt(quarter) <= moment; quarter = ReleasePeriod.QuarterOf(quarter.End.AddDays(1)))
        {
            yield return quarter;

            // A year is published when all its quarters are ours to publish.
            if (quarter.Quarter == 4 && first <= ReleasePeriod.OfQuarter(quarter.Year, 1) && DraftAt(ReleasePeriod.OfYear(quarter.Year)) <= moment)
            {
                yield return ReleasePeriod.OfYear(quarter.Year);
            }
        }
    }

    /// <summary>The day from which the days of a period are counted: its last, or for what is taken over from the past the one that makes its cut-off the day of the setting.</summary>
    private DateOnly Beginning(ReleasePeriod period) =>
        settings.HistoryUntil is { } until && until.AddDays(-settings.CutOffDays) is var day && day > period.End ? day : period.End;

    /// <summary>A day and a minute on the wall, in UTC.</summary>
    public DateTimeOffset Moment(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
