namespace Anonymize.Contingency;

/// <summary>Among which layouts the chosen ones show most, protected as this engine protects.</summary>
public enum LayoutReach
{
    /// <summary>Those that a search came by, step by step from the best.</summary>
    Tried,

    /// <summary>All with at most one pooled row for each pooled variable of a table.</summary>
    OnePool,

    /// <summary>All.</summary>
    Every,
}
