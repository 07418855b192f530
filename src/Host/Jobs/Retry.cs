using Host.Workflow;

namespace Host.Jobs;

/// <summary>
/// When a slot that did not come to its end is tried again: after a minute, then twice as long each time, at most an hour. What waits for a person is looked
/// at with every tick, for its minute may be now.
/// </summary>
internal static class Retry
{
    private const int LongestMinutes = 60;
    private const int DoublingsToLongest = 6;

    /// <summary>Outcomes that are no fault: the slot waits for somebody, or for its minute.</summary>
    public static bool IsWaiting(string? outcome) => outcome is "NotApproved" or "TwoPersons" or "PublishEarly" or "DraftDiscarded" or "ReleaseHeld" or "MethodRefused";

    public static bool IsTime(SlotRow slot, DateTimeOffset now)
    {
        if (slot.Outcome is null || slot.StartedAt is null || IsWaiting(slot.Outcome))
        {
            return true;
        }

        var doublings = (int)Math.Clamp(slot.Attempts - 1, 0, DoublingsToLongest);
        return Instant.Read(slot.StartedAt) + TimeSpan.FromMinutes(Math.Min(1 << doublings, LongestMinutes)) <= now;
    }
}
