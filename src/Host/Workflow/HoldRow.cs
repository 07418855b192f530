namespace Host.Workflow;

/// <summary>A hold on a release. For those who are cleared for its drafts; it prints nothing of itself.</summary>
internal sealed class HoldRow(string reason, string heldBy, string heldAt)
{
    public string Reason { get; } = reason;

    public string HeldBy { get; } = heldBy;

    public string HeldAt { get; } = heldAt;
}
