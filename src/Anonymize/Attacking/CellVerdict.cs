namespace Anonymize.Attacking;

/// <summary>How much of a hidden cell is left.</summary>
public enum CellVerdict
{
    /// <summary>Several values are possible, not all of them small.</summary>
    Open,

    /// <summary>Known to be at least one and small, more closely than its mark says.</summary>
    Confined,

    /// <summary>One value is possible.</summary>
    Exact,
}
