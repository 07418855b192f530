namespace Host.Reminders;

/// <summary>What became of an attempt to remind somebody.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="IsFinal">It went out, may have gone out, or never will: it is not tried again.</param>
/// <param name="IsAway">Nobody is reached by this channel for now.</param>
internal sealed record ReminderResult(string Code, bool IsFinal, bool IsAway = false)
{
    public static ReminderResult Sent { get; } = new("Sent", IsFinal: true);

    /// <summary>Taken, and no answer came: it may have gone out.</summary>
    public static ReminderResult Unanswered { get; } = new("Unanswered", IsFinal: true);

    public static ReminderResult Never(string code) => new(code, IsFinal: true);

    public static ReminderResult Later(string code) => new(code, IsFinal: false);

    public static ReminderResult Away(string code) => new(code, IsFinal: false, IsAway: true);
}
