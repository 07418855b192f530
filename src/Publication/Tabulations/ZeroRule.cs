namespace Publication.Tabulations;

/// <summary>What becomes of zeros; public, hence a fact for every attacker.</summary>
internal enum ZeroRule
{
    /// <summary>Not primary, may be hidden.</summary>
    Free,

    /// <summary>Primary.</summary>
    Sensitive,

    /// <summary>Always shown: a hidden cell is at least one.</summary>
    Open,

    /// <summary>Always shown, by an attacker who does not know it.</summary>
    OpenUnknown,
}
