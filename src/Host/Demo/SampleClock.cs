namespace Host.Demo;

/// <summary>A clock that the samples set: the demonstration goes through a year in seconds, and its figures do not depend on the day it is shown.</summary>
internal sealed class SampleClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves forward to a moment; never back.</summary>
    public void MoveTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}
