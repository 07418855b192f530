namespace Anonymize.RecordFiles.Recoding;

/// <summary>How records are changed.</summary>
public enum RecodingKind
{
    /// <summary>All records of an attribute at one level; the best of all such nodes.</summary>
    Global,

    /// <summary>Each class at levels of its own, as fine as its models allow.</summary>
    Local,

    /// <summary>Single values are blanked, no value is generalised.</summary>
    Cells,
}
