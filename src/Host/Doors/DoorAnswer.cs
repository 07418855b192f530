namespace Host.Doors;

/// <summary>What the intake answers to a partner, as files to be put beside the partner's own. Positions and counts, never a value.</summary>
internal sealed class DoorAnswer
{
    public required bool IsAccepted { get; init; }

    /// <summary>Receipt or report, JSON.</summary>
    public required byte[] Json { get; init; }

    /// <summary>The same for people.</summary>
    public required string Text { get; init; }

    public override string ToString() => nameof(DoorAnswer);
}
