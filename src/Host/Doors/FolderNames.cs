namespace Host.Doors;

/// <summary>Names in a watched folder.</summary>
internal static class FolderNames
{
    public const string Accepted = "accepted";

    public const string Rejected = "rejected";

    /// <summary>Ending of the empty file that says: the file beside me is complete.</summary>
    public const string Ready = ".ready";
}
