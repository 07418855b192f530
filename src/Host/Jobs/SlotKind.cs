namespace Host.Jobs;

/// <summary>Kinds of due slots, as the database names them.</summary>
internal static class SlotKind
{
    public const string Draft = "draft";

    public const string Publish = "publish";

    public const string Reconcile = "reconcile";

    public const string Remind = "remind";
}
