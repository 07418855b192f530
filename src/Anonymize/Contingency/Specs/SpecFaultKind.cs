namespace Anonymize.Contingency.Specs;

/// <summary>Kinds of faults of a specification.</summary>
public enum SpecFaultKind
{
    /// <summary>Not a JSON document.</summary>
    Unreadable,

    /// <summary>Of a schema newer than this program.</summary>
    NewerSchema,

    /// <summary>A setting that does not exist. A misspelt setting is one that is off.</summary>
    Unknown,

    /// <summary>A setting that must be there.</summary>
    Missing,

    /// <summary>A value that the setting does not take.</summary>
    Invalid,

    /// <summary>A variable, table or column that is named here and declared nowhere.</summary>
    Undeclared,

    /// <summary>Two settings that exclude each other.</summary>
    Contradictory,

    /// <summary>A setting that is part of the contract and that this version does not carry out.</summary>
    Unsupported,
}
