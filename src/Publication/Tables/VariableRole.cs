namespace Publication.Tables;

/// <summary>What a variable is to an attacker; decides where attribute disclosure (R3) is judged. A variable without a role stops the run.</summary>
public enum VariableRole
{
    /// <summary>Likely known already: sex, age, citizenship, place.</summary>
    Identifying,

    /// <summary>What must not be learnt: exploitation, sector, means, outcome, services.</summary>
    Sensitive,

    /// <summary>Reference period.</summary>
    Time,

    Other,
}
