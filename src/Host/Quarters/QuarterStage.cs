namespace Host.Quarters;

/// <summary>Where a period stands on its way to publication.</summary>
internal enum QuarterStage
{
    /// <summary>Its cut-off day is not over.</summary>
    Collecting,

    /// <summary>No record is counted in it any more; there is no draft.</summary>
    Closed,

    /// <summary>It was decided that nothing of it is published.</summary>
    Omitted,

    /// <summary>There is a draft that nobody approved.</summary>
    Drafted,

    /// <summary>Somebody says that the draft is ready.</summary>
    Submitted,

    /// <summary>Somebody approved, and one person more is needed.</summary>
    Approved,

    /// <summary>Everybody needed approved; it waits for its minute.</summary>
    Scheduled,

    /// <summary>Its figures are in the ledger.</summary>
    Published,

    /// <summary>It was published, and taken back.</summary>
    Withdrawn,
}
