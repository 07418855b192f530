using System.Globalization;
using Host.Configuration;
using Host.Schedule;
using Publication.Releases;

namespace Host.Tests.Schedule;

public sealed class ReleaseCalendarTests
{
    private readonly ReleaseCalendar _calendar = new(new CalendarSettings());

    [Fact]
    public void FourthQuarter_HasTheDatesOfTheDefaults()
    {
        var period = ReleasePeriod.OfQuarter(2025, 4);
        Assert.Equal(new DateOnly(2026, 1, 20), _calendar.CutOff(period));
        Assert.Equal(Moment("2026-01-20T21:00:00Z"), _calendar.ClosedAt(period));
        Assert.Equal(Moment("2026-01-20T23:00:00Z"), _calendar.DraftAt(period));
        Assert.Equal(Moment("2026-02-14T07:00:00Z"), _calendar.PublishAt(period));
        Assert.Equal(new DateOnly(2026, 5, 15), _calendar.NextPublication(period));
    }

    [Fact]
    public void Year_IsDraftedAfterItsFourthQuarter_AndPublishedWithIt()
    {
        var quarter = ReleasePeriod.OfQuarter(2025, 4);
        var year = ReleasePeriod.OfYear(2025);
        Assert.True(_calendar.DraftAt(year) > _calendar.DraftAt(quarter));
        Assert.Equal(_calendar.PublishAt(quarter), _calendar.PublishAt(year));
    }

    [Fact]
    public void EveryPeriod_ClosesBeforeItsDraft_AndIsDraftedBeforeItsPublication()
    {
        for (var period = ReleasePeriod.OfQuarter(2000, 1); period.Year < 2060; period = ReleasePeriod.QuarterOf(period.End.AddDays(1)))
        {
            Assert.True(_calendar.ClosedAt(period) <= _calendar.DraftAt(period));
            Assert.True(_calendar.DraftAt(period) < _calendar.PublishAt(period));
        }
    }

    [Fact]
    public void DraftedBy_GivesThePeriodsInTheOrderOfPublication_YearsOnlyWhole()
    {
        var periods = _calendar.DraftedBy(ReleasePeriod.OfQuarter(2024, 3), Moment("2026-01-22T00:00:00Z")).Select(p => p.ToString());
        Assert.Equal(["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025"], periods);
    }

    [Fact]
    public void QuartersOfThePast_CloseTogetherAndInOrder_ThoseAfterwardsAsAlways()
    {
        var calendar = new ReleaseCalendar(new CalendarSettings { HistoryUntil = new DateOnly(2025, 1, 20) });
        ReleasePeriod[] past = [.. Enumerable.Range(2023, 2).SelectMany(y => ReleasePeriod.OfYear(y).Quarters)];
        var next = ReleasePeriod.OfQuarter(2025, 1);

        Assert.All(past, q => Assert.Equal(new DateOnly(2025, 1, 20), calendar.CutOff(q)));
        Assert.All(past, q => Assert.Equal(new DateOnly(2025, 2, 14), calendar.PublicationDate(q)));
        Assert.All(past, q => Assert.True(calendar.ClosedAt(q) <= calendar.DraftAt(q) && calendar.DraftAt(q) < calendar.PublishAt(q)));
        Assert.Equal((_calendar.CutOff(next), _calendar.DraftAt(next), _calendar.PublishAt(next)), (calendar.CutOff(next), calendar.DraftAt(next), calendar.PublishAt(next)));
        Assert.Empty(calendar.DraftedBy(past[0], Moment("2025-01-20T22:59:59Z")));
        Assert.Equal(
            ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024"],
            calendar.DraftedBy(past[0], Moment("2025-01-20T23:30:00Z")).Select(p => p.ToString()));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
