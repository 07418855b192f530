namespace Host.Web.Uploads;

/// <summary>A partner's newest deliveries.</summary>
internal sealed record UploadList(int SchemaVersion, IReadOnlyList<UploadEntry> Uploads);
