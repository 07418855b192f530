namespace Host.Web.Description;

/// <summary>A route takes a partner's key.</summary>
internal sealed record PartnerKeyMetadata;
