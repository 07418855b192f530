namespace Anonymize.Contingency.Specs;

/// <summary>Rules about sums that few partners make up (R6). What is not named is off.</summary>
/// <param name="Largest">Dominance: so many of the largest contributions …</param>
/// <param name="Share">… make up more than this share of the sum, in percent; 0 for off.</param>
/// <param name="Percent">p%: the second largest knows the largest to within this percentage; 0 for off.</param>
public sealed record ConcentrationRules(int Largest, decimal Share, decimal Percent)
{
    public static ConcentrationRules Off { get; } = new(0, 0, 0);

    public bool IsOff => Share == 0 && Percent == 0;
}
