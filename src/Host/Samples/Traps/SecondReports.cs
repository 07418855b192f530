using Host.Samples.Partners;
using Host.Samples.Population;
using Host.Samples.Randomness;

namespace Host.Samples.Traps;

/// <summary>
/// Chooses the people whom two partners report: every 26th actual victim at a partner that keeps names. The second report is never older
/// than the first and comes from a partner whose files are taken in later, so that whichever record an intake keeps, the quarter is the same.
/// </summary>
internal sealed class SecondReports(ulong seed)
{
    private const int Every = 26;

    private static readonly SpellingVariant[] Variants = Enum.GetValues<SpellingVariant>();

    private int _eligible;
    private int _chosen;

    /// <summary>
    /// Marks a person to be reported twice and gives the first report a name that shows the Turkish letters at their worst; else null.
    /// </summary>
    public Person? Choose(Person person, SamplePartner partner)
    {
        bool fits = person.Kind == CaseKind.Actual
            && partner.KeepsNames
            && person.Surname.Length > 0
            && person.Group != "OTH"
            && person.Citizenship != Countries.Unknown;
        if (!fits || ++_eligible % Every != Every / 2)
            return null;
        return person with { Surname = "Işık " + person.Surname };
    }

    /// <summary>The second report of a person just written.</summary>
    public SecondReport Plan(Person person, Reported first)
    {
        var random = new Pcg32(seed ^ 0x5EC0_4D5E_C04D_5EC0UL, (ulong)person.Ordinal);
        int number = _chosen++;
        SamplePartner partner = number % 5 == 4 ? first.Partner : Another(person, first.Partner, random);
        bool nextQuarter = partner != first.Partner && number % 3 == 2 && person.Period.Index + 1 < SamplePeriod.Count;
        var period = new SamplePeriod(person.Period.Index + (nextQuarter ? 1 : 0));
        DateOnly earliest = nextQuarter || person.Registered < period.FirstDay ? period.FirstDay : person.Registered;
        DateOnly registered = PersonFactory.DayBetween(earliest, period.LastDay, random);
        SpellingVariant variant = Variants[number % Variants.Length];
        // Code pages of the agencies have no separate marks.
        if (variant == SpellingVariant.Decomposed && partner.Shape != CaseShape.Htcds)
            variant = SpellingVariant.WithoutMarks;
        Person again = person with
        {
            Period = period,
            Registered = registered,
            Identified = null,
            SecondForm = null,
            SecondSector = null,
            Served = person.Served is null ? null : PersonFactory.DayBetween(registered, period.LastDay, random),
            Permitted = person.Permitted is null ? null : PersonFactory.DayBetween(registered, period.LastDay, random),
            Returned = person.Returned is null ? null : PersonFactory.DayBetween(registered, period.LastDay, random),
        };
        return new SecondReport
        {
            Person = Spelling.Apply(variant, again),
            Partner = partner,
            Counted = person.Period,
            Variant = variant,
            First = first,
        };
    }

    private static SamplePartner Another(Person person, SamplePartner first, Pcg32 random)
    {
        (SamplePartner, int)[] later =
        [
            .. SamplePartners.All
                .SkipWhile(partner => partner != first)
                .Skip(1)
                .Where(partner => partner.KeepsNames)
                .Select(partner => (partner, partner.WeightFor(person.Kind, person.Sector, person.Form)))
                .Where(entry => entry.Item2 > 0),
        ];
        return later.Length == 0 ? first : new Weighted<SamplePartner>(later).Draw(random);
    }
}
