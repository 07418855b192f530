namespace Reports.Files;

/// <summary>What became of writing a folder.</summary>
public enum FolderOutcome
{
    Written,

    /// <summary>The folder exists and is not empty; nothing was written.</summary>
    NotEmpty,
}
