using Host.Samples.Partners;
using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>The cases of one quarter, without what is personal about them; drawn empty by the generator.</summary>
internal sealed class QuarterPlan
{
    /// <summary>Cases of the twelve quarters in 1,100: every quarter has 66 to 88 actual victims at the committed size.</summary>
    private static readonly int[] QuarterWeights = [82, 88, 93, 86, 85, 93, 101, 92, 88, 96, 104, 92];

    private static readonly Weighted<CaseKind> Kinds = new(
        (CaseKind.Actual, 822),
        (CaseKind.Possible, 123),
        (CaseKind.NotAVictim, 18),
        (CaseKind.YearOnly, 18),
        (CaseKind.NoConsent, 12),
        (CaseKind.StatusUnknown, 7));

    private readonly VictimPlan _victims;
    private readonly Urn _kinds;
    private readonly Urn _otherSectors;
    private readonly Pcg32 _random;

    private QuarterPlan(SamplePeriod period, int cases, ulong seed, VictimPlan victims)
    {
        Period = period;
        Cases = cases;
        _random = new Pcg32(seed, ulong.MaxValue - (ulong)period.Index);
        _kinds = Urn.Share(cases, Weights(Kinds), _random);
        int actual = _kinds.Left(0);
        _victims = victims;
        _victims.Enter(actual, _random);
        _otherSectors = Urn.Share(cases - actual, Weights(Sectors.All), _random);
    }

    public SamplePeriod Period { get; }

    public int Cases { get; }

    /// <summary>
    /// The plans of all twelve quarters for <paramref name="cases"/> cases in all. Each must be drawn empty before the next is asked for,
    /// because actual victims are carried from quarter to quarter.
    /// </summary>
    public static IEnumerable<QuarterPlan> All(int cases, ulong seed)
    {
        long total = QuarterWeights.Sum();
        long cumulative = 0;
        int given = 0;
        var victims = new VictimPlan(new Pcg32(seed, ulong.MaxValue - SamplePeriod.Count));
        for (int i = 0; i < SamplePeriod.Count; i++)
        {
            cumulative += QuarterWeights[i];
            int reached = (int)(cumulative * cases / total);
            yield return new QuarterPlan(new SamplePeriod(i), reached - given, seed, victims);
            given = reached;
        }
    }

    /// <summary>The next case. Those who are not counted as victims are drawn independently of each other, but for their sectors.</summary>
    public CaseDraw Next()
    {
        CaseKind kind = Kinds.Items[_kinds.Draw(_random)].Item;
        if (kind == CaseKind.Actual)
            return _victims.Next(_random);
        string sector = Sectors.All.Items[_otherSectors.Draw(_random)].Item;
        string form = FormOf(kind, sector);
        return new CaseDraw
        {
            Kind = kind,
            Sector = sector,
            Form = form,
            Group = Groups.OfCase(sector, form).Draw(_random),
            Partner = PartnersOf(kind, sector, form).Draw(_random),
        };
    }

    // Where no partner that can hold such a case has a word for the form, the sector's usual form stands in.
    private string FormOf(CaseKind kind, string sector)
    {
        Weighted<string> forms = Sectors.FormsOf(sector);
        string form = forms.Draw(_random);
        return SamplePartners.All.Any(partner => partner.WeightFor(kind, sector, form) > 0) ? form : forms.Items[0].Item;
    }

    private static Weighted<SamplePartner> PartnersOf(CaseKind kind, string sector, string form) =>
        new([.. SamplePartners.All.Select(partner => (partner, partner.WeightFor(kind, sector, form)))]);

    private static int[] Weights<T>(Weighted<T> of) => [.. of.Items.Select(entry => entry.Weight)];
}
