namespace Ingest.Catalogue;

/// <summary>What an upload holds.</summary>
public enum UploadContent
{
    /// <summary>Case records.</summary>
    Cases,

    /// <summary>Figures of indicators.</summary>
    Figures,
}
