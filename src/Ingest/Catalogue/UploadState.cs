namespace Ingest.Catalogue;

/// <summary>Only the records of active uploads are counted.</summary>
public enum UploadState
{
    Active,
    Replaced,
    Withdrawn,
}
