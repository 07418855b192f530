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
    public void EveryQuarter_Has60To90Victims()
    {
        var quarters = Victims.GroupBy(victim => victim.Quarter).ToDictionary(group => group.Key, group => group.Sum(victim => victim.Count));
        Assert.Equal(12, quarters.Count);
        Assert.All(quarters, quarter => Assert.InRange(quarter.Value, 60, 90));
        Assert.Equal(("2023-Q1", "2025-Q4"), (quarters.Keys.Min(StringComparer.Ordinal), quarters.Keys.Max(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("FSX", 36, 44)]
    [InlineData("DOM", 7, 11)]
    [InlineData("AGR", 7, 11)]
    [InlineData("BEG", 6, 10)]
    [InlineData("MAN", 5.5, 8.5)]
    [InlineData("TOU", 3, 5)]
    [InlineData("CON", 3, 5)]
    [InlineData("FSH", 1, 3)]
    [InlineData("POR", 2, 4)]
    [InlineData("OTH", 1, 3)]
    [InlineData("NAP", 6.5, 9.5)]
    [InlineData("UNK", 3, 5)]
    public void Sector_HasItsShare(string sector, double low, double high)
    {
        double share = 100.0 * Victims.Where(victim => victim.Sector == sector).Sum(victim => victim.Count) / Victims.Sum(victim => victim.Count);
        Assert.InRange(share, low, high);
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
        Assert.InRange(Share("FSX", "WOM"), 0.7, 0.9);
        Assert.InRange(Share("DOM", "WOM"), 0.8, 1.0);
        Assert.InRange(Share("CON", "MAN"), 0.6, 1.0);
        Assert.InRange(Share("FSH", "MAN"), 0.6, 1.0);
        Assert.InRange(Share("BEG", "GIR") + Share("BEG", "BOY"), 0.5, 0.9);
        Assert.InRange(Victims.Where(victim => victim.Group == "OTH").Sum(victim => victim.Count), 1, 4);
    }

    [Fact]
    public void Partners_AreUnequal_AndNoneHoldsNearlyAllOfALargeSector()
    {
        (Person Person, SamplePartner Partner)[] cases = [.. CommittedCases()];
        Assert.All(SamplePartners.All, partner =>
            Assert.InRange(100.0 * cases.Count(found => found.Partner == partner) / cases.Length, partner.Share - 4, partner.Share + 4));
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
                yield return factory.Create(++ordinal, plan.NextKind(), plan.Period, plan.NextSector(), unusualSex: false);
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
