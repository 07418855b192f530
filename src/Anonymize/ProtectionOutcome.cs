using Publication.Releases;

namespace Anonymize;

/// <summary>What came of a period: a verified release with its certificate, or the findings that stand against every one that was tried.</summary>
/// <param name="Verified">Null where nothing safe can be published.</param>
/// <param name="Certificate">Bytes of the private certificate; empty without a release. To be stored encrypted, never published.</param>
/// <param name="Ladder">For each table what was tried.</param>
/// <param name="Findings">Codes and definitions; never a count.</param>
public sealed record ProtectionOutcome(
    VerifiedRelease? Verified, ReadOnlyMemory<byte> Certificate, IReadOnlyList<LadderStep> Ladder, IReadOnlyList<Finding> Findings)
{
    /// <summary>Large categories that a declared link keeps in a pooled row.</summary>
    public IReadOnlyList<PooledByLink> PooledByLink { get; init; } = [];
}
