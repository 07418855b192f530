namespace Host.Web.Description;

/// <summary>A route sends a table in every format there is.</summary>
internal sealed record TableMetadata;
