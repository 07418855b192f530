using System.Globalization;
using Host.Samples;
using Host.Samples.Partners;
using Host.Samples.Population;
using Xunit;

namespace Host.Tests.Samples;

/// <summary>The committed population is as skewed and as linked as the issue says real figures are.</summary>
public sealed class SamplePopulationTests
{
    private static readonly (string Quarter, string Sector, string Form, string Group, int Count)[] Victims =
    [
        .. CommittedSamples.Truth("counts.csv").Select(row =>
            (row[0], row[1], row[2], row[3], int.Parse(row[4], NumberStyles.None, CultureInfo.InvariantCulture))),
    ];

    [Fact]
    public void EveryQuarter_Has66To88Victims()
    {
        var quarters = Victims.GroupBy(victim => victim.Quarter).ToDictionary(group => group.Key, group => group.Sum(victim => victim.Count));
        Assert.Equal(12, quarters.Count);
        Assert.All(quarters, quarter => Assert.InRange(quarter.Value, 66, 88));
        Assert.Equal(("2023-Q1", "2025-Q4"), (quarters.Keys.Min(StringComparer.Ordinal), quarters.Keys.Max(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("FSX", 39.5)]
    [InlineData("DOM", 9.5)]
    [InlineData("AGR", 9)]
    [InlineData("BEG", 8.5)]
    [InlineData("NAP", 8)]
    [InlineData("MAN", 7.5)]
    [InlineData("UNK", 4.5)]
    [InlineData("TOU", 4)]
    [InlineData("CON", 4)]
    [InlineData("POR", 3)]
    [InlineData("OTH", 1.5)]
    [InlineData("FSH", 1)]
    public void Sector_HasItsShare_InAllAndInEveryQuarter(string sector, double percent)
    {
        double exact = percent / 100 * Victims.Sum(victim => victim.Count);
        Assert.InRange(Victims.Where(victim => victim.Sector == sector).Sum(victim => victim.Count), exact - 2, exact + 2);
        foreach (var quarter in Victims.GroupBy(victim => victim.Quarter))
        {
            exact = percent / 100 * quarter.Sum(victim => victim.Count);
            Assert.InRange(quarter.Where(victim => victim.Sector == sector).Sum(victim => victim.Count), exact - 2, exact + 2);
        }
    }

    [Fact]
    public void NoPartner_HoldsNearlyAllOfASmallSector()
    {
        var known = CommittedSamples.Truth("known.csv").ToLookup(row => (row[0], row[1]));
        foreach (var sector in Victims.GroupBy(victim => (victim.Quarter, victim.Sector)))
        {
            int count = sector.Sum(victim => victim.Count);
            int largest = known[sector.Key].GroupBy(row => row[4], StringComparer.Ordinal)
                .Max(partner => partner.Sum(row => int.Parse(row[5], NumberStyles.None, CultureInfo.InvariantCulture)));
            if (count >= 5)
                Assert.InRange(count - largest, 3, count);
        }
    }

    [Fact]
    public void Pornography_OccursInMostQuarters() =>
        Assert.InRange(Victims.Where(victim => victim.Sector == "POR").Select(victim => victim.Quarter).Distinct().Count(), 9, 12);

    [Fact]
    public void DeclaredLinks_HoldInEveryCount() => Assert.All(Victims, victim =>
    {
        Assert.Equal(victim.Sector is "FSX" or "POR", victim.Form == "SEX" && victim.Sector != "UNK");
        Assert.Equal(victim.Sector == "BEG", victim.Form == "BEG");
        if (victim.Form is "MAR" or "ORG" or "ADO" or "CHS")
            Assert.Equal("NAP", victim.Sector);
        if (victim.Sector == "NAP")
            Assert.Contains(victim.Form, (string[])["MAR", "ORG", "ADO", "CHS", "CRM", "OTH"]);
    });

    [Fact]
    public void PersonGroup_DependsOnSector()
    {
        Assert.InRange(Share("FSX", "WOM"), 0.77, 0.83);
        Assert.InRange(Share("DOM", "WOM"), 0.93, 1.0);
        Assert.InRange(Share("CON", "MAN"), 0.85, 1.0);
        Assert.InRange(Share("FSH", "MAN"), 0.85, 1.0);
        Assert.InRange(Share("BEG", "GIR") + Share("BEG", "BOY"), 0.85, 0.95);
        Assert.InRange(Victims.Where(victim => victim.Group == "OTH").Sum(victim => victim.Count), 1, 3);
    }

    [Fact]
    public void Partners_AreUnequal_AndNoneHoldsNearlyAllOfALargeSector()
    {
        (Person Person, SamplePartner Partner)[] cases = [.. CommittedCases()];
        Assert.All(SamplePartners.All, partner =>
            Assert.InRange(100.0 * cases.Count(found => found.Partner == partner) / cases.Length, partner.Share - 3, partner.Share + 3));
        foreach (string sector in (string[])["FSX", "AGR", "DOM", "BEG", "MAN", "NAP"])
        {
            (Person Person, SamplePartner Partner)[] inSector = [.. cases.Where(found => found.Person.Sector == sector)];
            Assert.InRange(inSector.GroupBy(found => found.Partner).Max(group => group.Count()), 1, inSector.Length * 6 / 10);
        }
    }

    [Fact]
    public void Citizenship_DependsOnSector()
    {
        Person[] people = [.. CommittedCases().Select(found => found.Person)];
        Assert.True(FromSyria("BEG") > 2 * FromSyria("FSX"));
        Assert.Equal(0, FromSyria("DOM"));

        double FromSyria(string sector)
        {
            Person[] inSector = [.. people.Where(person => person.Sector == sector)];
            return (double)inSector.Count(person => person.Citizenship.Alpha3 == "SYR") / inSector.Length;
        }
    }

    [Fact]
    public void AgeAndDates_FitEachOther() => Assert.All(CommittedCases(), found =>
    {
        Person person = found.Person;
        Assert.Equal(person.Age, CompletedYears(person.Birth, person.Registered));
        Assert.Equal(person.Age, CompletedYears(person.Birth, person.Identified ?? person.Registered));
        Assert.InRange(person.Identified ?? person.Registered, person.Period.FirstDay, person.Period.LastDay);
        Assert.True(person.Registered <= (person.Identified ?? person.Registered));
        foreach (DateOnly? day in (DateOnly?[])[person.Served, person.Permitted, person.Returned])
            Assert.InRange(day ?? person.Period.LastDay, person.Identified ?? person.Registered, person.Period.LastDay);
        if (person.Group is "GIR" or "BOY" or "WOM" or "MAN")
            Assert.Equal(person.Group is "GIR" or "BOY", person.Age < 18);
    });

    private static IEnumerable<(Person Person, SamplePartner Partner)> CommittedCases()
    {
        var factory = new PersonFactory(SampleDefaults.Seed);
        int ordinal = 0;
        foreach (QuarterPlan plan in QuarterPlan.All(SampleDefaults.Cases, SampleDefaults.Seed))
        {
            for (int i = 0; i < plan.Cases; i++)
            {
                CaseDraw draw = plan.Next();
                yield return (factory.Create(++ordinal, plan.Period, draw, unusualSex: false), draw.Partner);
            }
        }
    }

    private static double Share(string sector, string group)
    {
        int all = Victims.Where(victim => victim.Sector == sector).Sum(victim => victim.Count);
        return (double)Victims.Where(victim => victim.Sector == sector && victim.Group == group).Sum(victim => victim.Count) / all;
    }

    private static int CompletedYears(DateOnly birth, DateOnly day)
    {
        int years = day.Year - birth.Year;
        return (day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
