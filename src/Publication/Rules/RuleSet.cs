namespace Publication.Rules;

/// <summary>
/// The disclosure rules a release must satisfy. A versioned file, not configuration; its hash is part of every release.
/// See <c>docs/rules</c> for definition, source and a known attack of each rule.
/// </summary>
public sealed record RuleSet
{
    public required RuleSetIdentity Identity { get; init; }

    /// <summary>R1: counts 1..k−1 are primary. 0 switches the rule off.</summary>
    public required int K { get; init; }

    public required ProtectionLevel Level { get; init; }

    /// <summary>R3: largest difference u − v that discloses an attribute (size of the coalition that learns about the rest); −1 switches the rule off.</summary>
    public required int Kappa { get; init; }

    /// <summary>R3: a difference of at least kappa + 1 + slack must remain possible.</summary>
    public required int Slack { get; init; }

    /// <summary>R5: residuals 1..rho−1 after a partner's own records are protected, covering 0..rho−1; 0 switches the rule off.</summary>
    public required int Rho { get; init; }

    /// <summary>Each person counted may be the attacker, knowing the own record.</summary>
    public required bool Persons { get; init; }

    /// <summary>The attacker may know that a pooled row holds only categories below k, where that is so.</summary>
    public required bool PoolRuleKnown { get; init; }

    /// <summary>
    /// R9 for crossed tables: the small count of a member of a pooled row, in a column or at its crossing, is not printed and must not be settled
    /// by what is.
    /// </summary>
    public bool LatentMembers { get; init; }

    /// <summary>Populations that hold no persons at risk (trainings held, materials distributed); no rule is about them. In ordinal order.</summary>
    public IReadOnlyList<string> WithoutPersons { get; init; } = [];

    /// <summary>No rule is about the figures of this population.</summary>
    public bool IsWithoutPersons(string population) => WithoutPersons.Contains(population, StringComparer.Ordinal);

    /// <summary>An unsafe count must be able to be at most this; no bound at the level exact.</summary>
    public int LowerTarget => Level == ProtectionLevel.Exact ? int.MaxValue : 0;

    /// <summary>An unsafe count must be able to be at least this; no bound at the level exact.</summary>
    public int UpperTarget => Level switch
    {
        ProtectionLevel.Exact => int.MinValue,
        ProtectionLevel.Band => K - 1,
        ProtectionLevel.Strict => K,
        _ => throw new InvalidOperationException("Unknown level."),
    };

    /// <summary>Number of different values that must remain possible for an unsafe count.</summary>
    public int DistinctTarget => Level == ProtectionLevel.Exact ? 2 : Math.Min(3, K);
}
