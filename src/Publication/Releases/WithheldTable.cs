using Publication.Tables;

namespace Publication.Releases;

/// <summary>A table that the bulletin declares and this release does not show, with the reason in one sentence.</summary>
public sealed record WithheldTable(string Id, Text Title, Text Reason);
