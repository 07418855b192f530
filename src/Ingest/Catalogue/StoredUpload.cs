namespace Ingest.Catalogue;

/// <summary>An accepted upload as the catalogue knows it: its receipt, where it lies, and what became of it.</summary>
public sealed record StoredUpload(Receipt Receipt, UploadState State)
{
    /// <summary>The place of the upload in the order of acceptance, from 1; duplicates are decided by it.</summary>
    public required long AcceptedOrder { get; init; }

    /// <summary>Name of the case file inside the store's folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The withdrawal of consent for which the file was last written anew; 0 where it is as it was accepted.</summary>
    public long Edition { get; init; }

    /// <summary>The last withdrawal of consent that was looked for in the file.</summary>
    public long SweptThrough { get; init; }

    /// <summary>Name of the data key of the upload's file; none where it was accepted before uploads had keys of their own.</summary>
    public string? DataKey { get; init; }

    public string? StateReason { get; init; }

    /// <summary>When it was replaced or withdrawn; none while it is active.</summary>
    public DateTimeOffset? StateChangedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; init; }
}
