namespace Anonymize.Contingency.Specs;

/// <summary>What must stay possible for a count below k.</summary>
public enum ContingencyLevel
{
    /// <summary>At least two whole values.</summary>
    Exact,

    /// <summary>0 and k − 1, three different values.</summary>
    Band,

    /// <summary>0 and k.</summary>
    Strict,
}
