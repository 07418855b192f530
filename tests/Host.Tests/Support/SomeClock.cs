using System.Globalization;

namespace Host.Tests.Support;

/// <summary>A clock that the test sets.</summary>
internal sealed class SomeClock(string now) : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(string now) => _now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public void Advance(TimeSpan time) => _now += time;
}
