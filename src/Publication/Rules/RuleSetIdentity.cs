namespace Publication.Rules;

/// <summary>Which rule set protected a release: its id and the SHA-256 (hex) of its file.</summary>
public sealed record RuleSetIdentity(string Id, string Sha256);
