using Publication.Releases;

namespace Host.Recovery;

/// <summary>A release that is published and that the ledger does not know, read from its folder and found whole.</summary>
/// <param name="Content">Its figures, under a seal of this installation.</param>
/// <param name="Sealed">As the ledger keeps a release.</param>
internal sealed record ForgottenRelease(ReleaseContent Content, byte[] Sealed)
{
    public string Id => Content.Header.Id;

    public ReleasePeriod Period => Content.Header.Period;
}
