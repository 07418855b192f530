using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>How many cases of which kind and sector a quarter has; drawn empty by the generator.</summary>
internal sealed class QuarterPlan
{
    /// <summary>Cases of the twelve quarters in 1,100: every quarter has 60 to 90 actual victims at the committed size.</summary>
    private static readonly int[] QuarterWeights = [82, 88, 93, 86, 85, 93, 101, 92, 88, 96, 104, 92];

    private static readonly Weighted<CaseKind> Kinds = new(
        (CaseKind.Actual, 822),
        (CaseKind.Possible, 123),
        (CaseKind.NotAVictim, 18),
        (CaseKind.YearOnly, 18),
        (CaseKind.NoConsent, 12),
        (CaseKind.StatusUnknown, 7));

    private readonly Urn _kinds;
    private readonly Urn _sectors;
    private readonly Pcg32 _random;

    private QuarterPlan(SamplePeriod period, int cases, ulong seed)
    {
        Period = period;
        Cases = cases;
        _random = new Pcg32(seed, ulong.MaxValue - (ulong)period.Index);
        _kinds = Urn.Share(cases, Weights(Kinds), _random);
        _sectors = Urn.Share(cases, Sectors.WeightsOf(period, _random), _random);
    }

    public SamplePeriod Period { get; }

    public int Cases { get; }

    /// <summary>The plans of all twelve quarters for <paramref name="cases"/> cases in all.</summary>
    public static IEnumerable<QuarterPlan> All(int cases, ulong seed)
    {
        long total = QuarterWeights.Sum();
        long cumulative = 0;
        int given = 0;
        for (int i = 0; i < SamplePeriod.Count; i++)
        {
            cumulative += QuarterWeights[i];
            int reached = (int)(cumulative * cases / total);
            yield return new QuarterPlan(new SamplePeriod(i), reached - given, seed);
            given = reached;
        }
    }

    public CaseKind NextKind() => Kinds.Items[_kinds.Draw(_random)].Item;

    public string NextSector() => Sectors.All.Items[_sectors.Draw(_random)].Item;

    private static int[] Weights<T>(Weighted<T> of) => [.. of.Items.Select(entry => entry.Weight)];
}
