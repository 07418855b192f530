namespace Publication.Releases;

/// <summary>Either the verified release, or every finding that speaks against the candidate.</summary>
public sealed record VerificationOutcome(VerifiedRelease? Verified, IReadOnlyList<Finding> Findings);
