namespace Anonymize.Contingency.Specs;

/// <summary>What hiding a secondary cell costs.</summary>
public enum HidingCost
{
    /// <summary>Its value.</summary>
    Value,

    /// <summary>The natural logarithm of one more than its value.</summary>
    Log,

    /// <summary>One.</summary>
    Unit,
}
