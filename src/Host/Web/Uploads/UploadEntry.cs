namespace Host.Web.Uploads;

/// <summary>A delivery in the list.</summary>
internal sealed record UploadEntry(string Id, string State, string ReceivedAt);
