namespace Anonymize.Contingency.Specs;

/// <summary>The rules of a specification. Complete: what is not named is off.</summary>
public sealed record ContingencyRules
{
    /// <summary>Counts 1..k − 1 are primary, margins included; 0 switches the rule off.</summary>
    public int K { get; init; }

    public ContingencyLevel Level { get; init; } = ContingencyLevel.Band;

    public ZeroPolicy Zeros { get; init; } = ZeroPolicy.Free;

    /// <summary>Zeros are shown and the attacker is assumed not to know that they always are; for comparison with tools that assume so.</summary>
    public bool HiddenMayBeZero { get; init; }

    public HidingCost Cost { get; init; } = HidingCost.Value;

    /// <summary>Factor on the cost, by variable and code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Weights { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);

    public IReadOnlyList<PrimaryCell> Primary { get; init; } = [];

    /// <summary>Attribute disclosure (R3): where at most this many of a group lie outside one category of a sensitive variable, those many learn about the rest; −1 switches the rule off.</summary>
    public int Kappa { get; init; } = -1;

    /// <summary>R3: kappa + 1 + slack must stay possible outside.</summary>
    public int Slack { get; init; }

    /// <summary>R8: what is between two cells, one inside the other, must not be told where it is 1 to k − 1; of the tables in print and of those before.</summary>
    public bool Differences { get; init; }

    /// <summary>R9: cells that nobody prints, of crossings of at most so many variables, must not be settled to be small; 0 switches the rule off.</summary>
    public int Latent { get; init; }

    /// <summary>Sums that few partners make up (R6).</summary>
    public ConcentrationRules Concentration { get; init; } = ConcentrationRules.Off;

    /// <summary>Every person counted knows the own record, and every rule must hold against each of them.</summary>
    public bool Persons { get; init; }

    /// <summary>Every so many partners together know all their records, and every rule must hold for what is left of a figure without these; 0 for none.</summary>
    public int Coalition { get; init; }

    /// <summary>R5 as the product has it: against partners only what is left and lies between 1 and one less than this is asked about, and 0 and that must stay possible; 0 for every rule.</summary>
    public int Residual { get; init; }
}
