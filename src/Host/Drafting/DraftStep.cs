namespace Host.Drafting;

/// <summary>
/// The steps of a draft, each named when it is done. A process that dies after any of them leaves no draft or the whole of it, and the next run makes the
/// one that is missing.
/// </summary>
internal enum DraftStep
{
    /// <summary>The records are counted; nothing is kept.</summary>
    Counted,

    /// <summary>The figures are protected and verified; nothing is kept.</summary>
    Protected,

    /// <summary>The encrypted file is in the private folder; no row speaks of it, and the next draft writes over it.</summary>
    Stored,

    /// <summary>The database knows the draft.</summary>
    Recorded,
}
