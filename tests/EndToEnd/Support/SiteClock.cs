using System.Globalization;

namespace EndToEnd.Support;

/// <summary>A clock that the test sets.</summary>
internal sealed class SiteClock(string now) : TimeProvider
{
    private DateTimeOffset _now = Parse(now);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(string now) => _now = Parse(now);

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
