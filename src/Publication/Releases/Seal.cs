namespace Publication.Releases;

/// <summary>HMAC-SHA256 over the canonical bytes of a release: the id of the key, and the code in lower-case hex.</summary>
public sealed record Seal(string KeyId, string Mac);
