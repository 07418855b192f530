namespace Reports.Bulletins;

/// <summary>What a finding looks at.</summary>
public enum FindingKind
{
    /// <summary>One named row.</summary>
    Row,

    /// <summary>The largest shown row that is one category of full weight.</summary>
    Largest,

    /// <summary>All named rows side by side.</summary>
    Split,

    /// <summary>The largest shown figure inside a table of two axes, of one category of full weight on each.</summary>
    LargestCell,
}
