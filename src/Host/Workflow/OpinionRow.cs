namespace Host.Workflow;

/// <summary>What a methodologist said of a draft. For cleared eyes; it prints nothing of itself.</summary>
internal sealed class OpinionRow(string opinion, string reason, string givenBy, string givenAt)
{
    public const string Signed = "signed";

    public const string Refused = "refused";

    public const string Lifted = "lifted";

    /// <summary>One of the three.</summary>
    public string Opinion { get; } = opinion;

    public string Reason { get; } = reason;

    public string GivenBy { get; } = givenBy;

    public string GivenAt { get; } = givenAt;
}
