namespace Reports.Files;

/// <summary>How far a folder is written.</summary>
/// <param name="Done">Files that are written.</param>
/// <param name="Total">All files of the folder.</param>
public sealed record FilesWritten(int Done, int Total);
