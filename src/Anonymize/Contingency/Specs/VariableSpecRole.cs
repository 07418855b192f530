namespace Anonymize.Contingency.Specs;

/// <summary>What a variable says about a person; decides which differences disclose an attribute.</summary>
public enum VariableSpecRole
{
    /// <summary>Known to those around: sex, age, place.</summary>
    Identifying,

    /// <summary>What must not be learnt.</summary>
    Sensitive,

    /// <summary>A period.</summary>
    Time,

    /// <summary>Neither.</summary>
    Other,
}
