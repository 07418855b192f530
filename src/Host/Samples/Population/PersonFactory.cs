using Host.Samples.Partners;
using Host.Samples.Randomness;

namespace Host.Samples.Population;

/// <summary>Invents one case at a time; each has a stream of random numbers of its own, so that no case depends on another.</summary>
internal sealed class PersonFactory(ulong seed)
{
    private static readonly string[] MeansOfControl =
    [
        "DebtBondage", "TakesEarnings", "RestrictsFinancialAccess", "Threats", "PsychologicalAbuse", "PhysicalAbuse", "SexualAbuse",
        "FalsePromises", "PsychoactiveSubstances", "RestrictsMovement", "RestrictsMedicalCare", "ExcessiveWorkingHours", "UsesChildren",
        "ThreatOfLawEnforcement", "WithholdsNecessities", "WithholdsDocuments", "Other",
    ];

    private static readonly (string Code, int PerMille)[] Assistance =
        [("SHE", 550), ("HEA", 480), ("PSY", 600), ("LEG", 430), ("EDU", 120), ("WRK", 120), ("CSH", 250), ("INT", 380)];

    private static readonly Weighted<string> Referrals = new(
        ("POL", 28), ("GEN", 12), ("PMM", 18), ("NGO", 12), ("HLT", 5), ("SOC", 7), ("H57", 9), ("SLF", 4), ("OTH", 2), ("UNK", 3));

    private static readonly Weighted<string> Permits = new(("REF", 20), ("FIR", 30), ("EXT", 15), ("CAN", 3), ("NON", 25), ("UNK", 7));

    private static readonly Weighted<string> ForeignOutcomes = new(("INT", 16), ("RET", 26), ("THC", 4), ("LEF", 10), ("ONG", 38), ("UNK", 6));

    private static readonly Weighted<string> HomeOutcomes = new(("INT", 45), ("LEF", 10), ("ONG", 39), ("UNK", 6));

    /// <summary>A case as the plan of the quarter has drawn it.</summary>
    public Person Create(int ordinal, SamplePeriod period, CaseDraw draw, bool unusualSex)
    {
        var random = new Pcg32(seed, (ulong)ordinal);
        (CaseKind kind, string sector, string form, string group, SamplePartner partner) =
            (draw.Kind, draw.Sector, draw.Form, draw.Group, draw.Partner);
        int age = AgeOf(group, form, random);
        Country citizenship = Countries.OfSector(sector).Draw(random);
        (DateOnly registered, DateOnly? identified) = DatesOf(kind, period, partner, random);
        DateOnly earliest = identified ?? registered;
        string permit = citizenship == Countries.Turkiye ? "NON" : Permits.Draw(random);
        string outcome = (citizenship == Countries.Turkiye ? HomeOutcomes : ForeignOutcomes).Draw(random);
        string[] services = ServicesOf(kind, random);
        (string? secondForm, string? secondSector) = SecondOf(sector, form, partner, random);
        return new Person
        {
            Ordinal = ordinal,
            Kind = kind,
            Period = period,
            Sector = sector,
            Form = form,
            SecondForm = secondForm,
            SecondSector = secondSector,
            Group = unusualSex ? "OTH" : group,
            GivenName = Names.Given(group, ordinal),
            Surname = Names.Surname(ordinal),
            // At most 100 days after the birthday, so that neither a later identification nor a second report makes the person a year older.
            Birth = registered.AddYears(-age).AddDays(-random.Below(100)),
            Age = age,
            Citizenship = citizenship,
            Province = Provinces.All.Draw(random),
            Referral = partner.Id == "HAT" ? "H57" : Referrals.Draw(random),
            Registered = registered,
            Identified = identified,
            Means = MeansOf(form, random),
            Services = services,
            Served = services.Length == 0 ? null : DayBetween(earliest, period.LastDay, random),
            Permit = permit,
            Permitted = permit is "NON" or "UNK" ? null : DayBetween(earliest, period.LastDay, random),
            Outcome = outcome,
            Returned = outcome == "RET" ? DayBetween(earliest, period.LastDay, random) : null,
        };
    }

    public static DateOnly DayBetween(DateOnly first, DateOnly last, Pcg32 random) =>
        first >= last ? last : first.AddDays(random.Below(last.DayNumber - first.DayNumber + 1));

    private static int AgeOf(string group, string form, Pcg32 random) => (group, form) switch
    {
        (_, "ADO") => random.Below(4),
        (_, "BEG") when group is "GIR" or "BOY" => 4 + random.Below(13),
        (_, "MAR") when group is "GIR" => 13 + random.Below(5),
        ("GIR" or "BOY", _) => random.Chance(120) ? 5 + random.Below(4) : 10 + random.Below(8),
        (_, "SEX") => 18 + Math.Min(random.Below(25), random.Below(30)),
        _ => 18 + Math.Min(random.Below(42), random.Below(42)),
    };

    private static (DateOnly Registered, DateOnly? Identified) DatesOf(CaseKind kind, SamplePeriod period, SamplePartner partner, Pcg32 random)
    {
        DateOnly counted = period.FirstDay.AddDays(random.Below(period.Days));
        bool identified = partner.KeepsIdentification && kind is (CaseKind.Actual or CaseKind.NoConsent) && random.Chance(600);
        return identified ? (counted.AddDays(-random.Below(60)), counted) : (counted, null);
    }

    private static string[] ServicesOf(CaseKind kind, Pcg32 random)
    {
        if (kind == CaseKind.NotAVictim || random.Chance(120))
            return [];
        int percent = kind == CaseKind.Possible ? 40 : 100;
        return [.. Assistance.Where(service => random.Chance(service.PerMille * percent / 100)).Select(service => service.Code)];
    }

    private static string[] MeansOf(string form, Pcg32 random)
    {
        int wanted = random.Below(5);
        string[] means = [.. Enumerable.Range(0, wanted).Select(_ => MeansOfControl[random.Below(MeansOfControl.Length)])];
        if (form == "SEX" && wanted > 2)
            means[0] = "SexualAbuse";
        return [.. means.Distinct(StringComparer.Ordinal)];
    }

    // Flags have no order, so a second form in a CTDC file would leave the first one open; only shapes with lists get one.
    private static (string? Form, string? Sector) SecondOf(string sector, string form, SamplePartner partner, Pcg32 random)
    {
        bool listed = partner.Shape != CaseShape.Ctdc && random.Chance(80);
        return (sector, form) switch
        {
            _ when !listed => (null, null),
            ("BEG", _) => ("LAB", "AGR"),
            ("FSX", _) => (null, "POR"),
            ("DOM", "LAB") => ("SEX", "FSX"),
            ("TOU", "LAB") => ("SEX", "FSX"),
            ("AGR", "LAB") => ("BEG", "BEG"),
            ("MAN", "LAB") => (null, "AGR"),
            _ => (null, null),
        };
    }
}
