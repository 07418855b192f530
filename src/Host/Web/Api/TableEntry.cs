namespace Host.Web.Api;

/// <summary>A table of a release in the list.</summary>
internal sealed record TableEntry(string Id, string Csv);
