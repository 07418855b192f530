namespace Publication.Releases;

/// <summary>
/// A candidate whose certificate the verifier has checked. Not yet approved: it may be shown to cleared eyes as a watermarked draft only.
/// Only the verifier makes one.
/// </summary>
public sealed class VerifiedRelease
{
    internal VerifiedRelease(ReleaseContent content) => Content = content;

    public ReleaseContent Content { get; }

    /// <summary>Null where one person would approve the own draft; the database refuses it too.</summary>
    public ApprovedRelease? Approve(string drafter, string approver) =>
        string.Equals(drafter, approver, StringComparison.OrdinalIgnoreCase) ? null : new ApprovedRelease(Content, drafter, approver);
}
