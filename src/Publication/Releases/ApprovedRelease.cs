namespace Publication.Releases;

/// <summary>A verified release that a second person has approved. It may be published.</summary>
public sealed class ApprovedRelease
{
    internal ApprovedRelease(ReleaseContent content, string drafter, string approver)
    {
        Content = content;
        Drafter = drafter;
        Approver = approver;
    }

    public ReleaseContent Content { get; }

    public string Drafter { get; }

    public string Approver { get; }
}
