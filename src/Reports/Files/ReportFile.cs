namespace Reports.Files;

/// <summary>A file of a published folder: its path with forward slashes, and how its bytes are made.</summary>
internal sealed record ReportFile(string Path, Func<byte[]> Make);
