using Publication.Tables;

namespace Host.Web.Api;

/// <summary>A table of the bulletin that could not be published, and why.</summary>
internal sealed record WithheldEntry(string Id, Text Title, Text Reason);
