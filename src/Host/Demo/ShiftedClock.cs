namespace Host.Demo;

/// <summary>
/// The clock of a demonstration that is used: it runs like any other, from the twelfth day after the quarter that follows the samples, so that a partner finds
/// a quarter that is awaited and nothing is due that nobody could have sent.
/// </summary>
/// <param name="made">When the demonstration was made: it goes on from there at the next start.</param>
internal sealed class ShiftedClock(DateTimeOffset made) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 4, 12, 6, 0, 0, TimeSpan.Zero);

    private readonly TimeSpan _shift = Beginning - made;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;
}
