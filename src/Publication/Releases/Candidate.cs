using Publication.Verification;

namespace Publication.Releases;

/// <summary>What an engine proposes: tables, and the proof that they are safe. Nothing has been checked yet.</summary>
internal sealed record Candidate(ReleaseContent Content, Certificate Certificate);
