namespace Host.Configuration;

/// <summary>Where things lie. What may be published and what may not never share a folder, and keys lie in neither.</summary>
internal sealed record StoreSettings
{
    /// <summary>Encrypted store, workflow database, drafts. Default <c>out/private</c>.</summary>
    public string Private { get; init; } = Path.Combine("out", "private");

    /// <summary>Published folders, one a period. Default <c>out/published</c>.</summary>
    public string Published { get; init; } = Path.Combine("out", "published");

    /// <summary>Folder of the key ring, outside the other two. No default: an installation without keys does not start.</summary>
    public string? Keys { get; init; }

    /// <summary>Folder of the journal of what a restored backup must not have forgotten. Default: <c>journal</c> beside the private folder.</summary>
    public string? Journal { get; init; }

    /// <summary>Folder of the data keys of uploads, wrapped under the ring. Default: <c>upload-keys</c> beside the private folder.</summary>
    public string? UploadKeys { get; init; }

    /// <summary>Where the journal lies.</summary>
    public string JournalPath() => Journal ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Private))!, "journal");

    /// <summary>Where the data keys of uploads lie.</summary>
    public string UploadKeysPath() => UploadKeys ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Private))!, "upload-keys");

    /// <summary>Case files of a year are destroyed this many years after it was closed, once it is published; 2 to 10. Default: never.</summary>
    public int? KeepYears { get; init; }

    /// <summary>The case file of an upload that was replaced or withdrawn is destroyed after so many days. Default 30, 1 to 730.</summary>
    public int KeepReplacedDays { get; init; } = 30;
}
