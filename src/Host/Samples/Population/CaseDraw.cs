using Host.Samples.Partners;

namespace Host.Samples.Population;

/// <summary>What the plan of a quarter decides about a case before the case is invented.</summary>
internal sealed class CaseDraw
{
    public required CaseKind Kind { get; init; }
    public required string Sector { get; init; }
    public required string Form { get; init; }

    /// <summary>WOM, MAN, GIR or BOY.</summary>
    public required string Group { get; init; }

    public required SamplePartner Partner { get; init; }
}
