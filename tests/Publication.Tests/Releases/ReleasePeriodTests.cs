using Publication.Releases;
using Xunit;

namespace Publication.Tests.Releases;

public sealed class ReleasePeriodTests
{
    [Theory]
    [InlineData("2025-Q1", "2025-01-01", "2025-03-31")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    [InlineData("2025-Q2", "2025-04-01", "2025-06-30")]
    [InlineData("2025-Q4", "2025-10-01", "2025-12-31")]
    [InlineData("2025", "2025-01-01", "2025-12-31")]
    public void Period_HasItsDays(string text, string start, string end)
    {
        Assert.True(ReleasePeriod.TryParse(text, out var period));
        Assert.Equal(text, period.ToString());
        Assert.Equal(DateOnly.ParseExact(start, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), period.Start);
        Assert.Equal(DateOnly.ParseExact(end, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), period.End);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-Q0")]
    [InlineData("2025-Q5")]
    [InlineData("2025Q1")]
    [InlineData("2025-q1")]
    [InlineData("25-Q1")]
    [InlineData("1899")]
    [InlineData("+202")]
    [InlineData(" 2025")]
    [InlineData("2025-Q1 ")]
    public void AnythingElse_IsNoPeriod(string? text) => Assert.False(ReleasePeriod.TryParse(text, out _));

    [Fact]
    public void Year_FollowsItsFourthQuarter()
    {
        var year = ReleasePeriod.OfYear(2025);
        ReleasePeriod[] shuffled = [year, ReleasePeriod.OfQuarter(2026, 1), .. year.Quarters.Reverse()];

        Assert.Equal(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025", "2026-Q1"], shuffled.Order().Select(p => p.ToString()));
    }
}
