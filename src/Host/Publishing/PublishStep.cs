namespace Host.Publishing;

/// <summary>
/// The steps of a publication, each named when it is done. A process that dies after any of them leaves a state from which the next run carries on
/// to the same published folder, and to one only.
/// </summary>
internal enum PublishStep
{
    /// <summary>The intent is in the database; nothing is public.</summary>
    Started,

    /// <summary>The sealed bytes are in the ledger: from now on the figures count as published.</summary>
    Sealed,

    /// <summary>The folder is complete under a hidden name.</summary>
    Written,

    /// <summary>The folder stands under its name.</summary>
    Renamed,

    /// <summary>The database knows that it does.</summary>
    Completed,
}
