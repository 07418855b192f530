namespace Host.Web.Site;

/// <param name="IsDemo">The figures are those of the samples.</param>
internal sealed record SiteMode(bool IsDemo);
