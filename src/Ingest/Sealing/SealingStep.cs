namespace Ingest.Sealing;

/// <summary>Steps in which a plain database becomes a sealed one; between any two of them the program may be killed.</summary>
internal enum SealingStep
{
    /// <summary>Its log is in the file, and overwritten.</summary>
    Folded,

    /// <summary>A sealed copy lies beside it, whole and on the disk.</summary>
    Copied,

    /// <summary>The plain one has another name.</summary>
    Aside,

    /// <summary>The sealed one has its name.</summary>
    Placed,

    /// <summary>The plain one is overwritten, and still there.</summary>
    Overwritten,
}
