namespace Publication.Rules;

/// <summary>How much must stay open about a cell below the threshold k.</summary>
public enum ProtectionLevel
{
    /// <summary>At least two values remain possible.</summary>
    Exact,

    /// <summary>0 and k−1 remain possible, and at least three values in all (or all there are).</summary>
    Band,

    /// <summary>0 and k remain possible: not even that the cell is small can be told.</summary>
    Strict,
}
