using Dapper;
using Host.Quarters;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;
using Publication.Releases;

namespace Host.Tests.Workflow;

/// <summary>A quarter that stays open for longer: within bounds, by analysts, before anybody approved; and the calendar uses the day.</summary>
public sealed class CutOffRulesTests : IDisposable
{
    private const string Set = "INSERT INTO cut_offs (quarter, number, cut_off, reason, set_by, set_at) VALUES ('2025-Q4', @number, @day, 'a storm', @user, '2026-01-18T09:00:00Z')";

    private static readonly ReleasePeriod Quarter = ReleasePeriod.OfQuarter(2025, 4);

    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void Calendar_UsesTheLaterDayForTheQuarterAndItsYear()
    {
        _some.Clock.Set("2026-01-18T09:00:00Z");
        Assert.Equal(new DateOnly(2026, 1, 20), _some.Host.Calendar.CutOff(Quarter));
        Assert.Equal("CutOffBounds", CutOffExtension.Set(Quarter, new DateOnly(2026, 1, 20), "a storm", _some.Host, "drafter").Failure?.Code);
        Assert.Equal("CutOffBounds", CutOffExtension.Set(Quarter, new DateOnly(2026, 2, 4), "a storm", _some.Host, "drafter").Failure?.Code);
        Assert.Equal("ReasonMissing", CutOffExtension.Set(Quarter, new DateOnly(2026, 2, 3), " ", _some.Host, "drafter").Failure?.Code);
        Assert.Null(CutOffExtension.Set(Quarter, new DateOnly(2026, 1, 28), "a storm", _some.Host, "drafter").Failure);
        var calendar = _some.Host.Calendar;
        Assert.Equal((new DateOnly(2026, 1, 28), new DateOnly(2026, 1, 28)), (calendar.CutOff(Quarter), calendar.CutOff(ReleasePeriod.OfYear(2025))));
        Assert.Equal(new DateOnly(2025, 10, 20), calendar.CutOff(ReleasePeriod.OfQuarter(2025, 3)));

        // The draft waits for the records.
        Assert.Equal(calendar.ClosedAt(Quarter), calendar.DraftAt(Quarter));
        Assert.Equal("2026-01-28T21:00:00Z", Host.Workflow.Instant.Write(calendar.DraftAt(Quarter)));
    }

    [Fact]
    public void Day_IsSetByAnalystsAndOnlyMovesOn()
    {
        Refuses("analyst-role", Set, new { number = 1, day = "2026-01-25", user = "approver" });
        Run(Set, new { number = 1, day = "2026-01-25", user = "drafter" });
        Refuses("cut-off-later", Set, new { number = 2, day = "2026-01-24", user = "drafter" });
        Refuses("cut-off-fixed", "UPDATE cut_offs SET cut_off = '2026-01-22'", new { });
        Refuses("cut-off-kept", "DELETE FROM cut_offs", new { });
    }

    [Fact]
    public void Quarter_ThatSomebodyApprovedIsNotCountedOtherwise()
    {
        var draft = _some.Draft();
        Assert.Null(_some.Host.Approvals.Add(draft, "approver").Failure);
        Refuses("quarter-fixed", Set, new { number = 1, day = "2026-01-25", user = "drafter" });
        Assert.Equal("QuarterFixed", CutOffExtension.Set(Quarter, new DateOnly(2026, 1, 28), "a storm", _some.Host, "drafter").Failure?.Code);
    }

    private void Refuses(string trigger, string sql, object values) =>
        Assert.Contains($"'{trigger}'", Assert.Throws<SqliteException>(() => Run(sql, values)).Message, StringComparison.Ordinal);

    private void Run(string sql, object values)
    {
        using var connection = _some.Host.Database.Connect();
        connection.Execute(sql, values);
    }
}
