namespace Anonymize.Contingency.Specs;

/// <summary>What becomes of zeros. Public, hence a fact for every attacker.</summary>
public enum ZeroPolicy
{
    /// <summary>Not primary; may be hidden, so that a hidden cell may be zero.</summary>
    Free,

    /// <summary>Every zero is primary, margins included.</summary>
    Sensitive,

    /// <summary>Always shown, so that a hidden cell is at least one.</summary>
    Open,
}
