namespace Host.Web.Assets;

/// <summary>A file that pages load. Its address names its content, so a browser may keep it for good.</summary>
internal sealed record SiteAsset(string Address, string ContentType, byte[] Content);
