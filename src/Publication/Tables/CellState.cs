namespace Publication.Tables;

/// <summary>State of a published cell. Zero is a shown value; hidden, not applicable and not available are three other things.</summary>
public enum CellState
{
    Shown,

    /// <summary>Withheld to protect persons; may be zero. One state for primary and secondary suppression.</summary>
    Hidden,

    /// <summary>The combination cannot occur.</summary>
    NotApplicable,

    /// <summary>Not collected, or withheld as a whole table.</summary>
    NotAvailable,
}
