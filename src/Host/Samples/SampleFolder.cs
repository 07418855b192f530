using Host.Samples.Partners;
using Host.Samples.Population;
using Host.Samples.Shapes;
using Host.Samples.Traps;
using Host.Samples.Truth;

namespace Host.Samples;

/// <summary>The partners' files and the truth files under way: goes through the quarters once and keeps no case longer than it must.</summary>
internal sealed class SampleFolder : IDisposable
{
    /// <summary>One actual victim in so many has a sex that is other or unknown: three people at the committed size.</summary>
    private const int UnusualSexEvery = 300;

    /// <summary>One case in so many has no name, and one of the law enforcement unit's is exported twice.</summary>
    private const int NamelessEvery = 47;
    private const int ExportedTwiceEvery = 60;

    /// <summary>One case in so many of the international organisation comes from the country whose code reads as "not available".</summary>
    private const int NamibianEvery = 40;

    private readonly string root;
    private readonly ulong seed;
    private readonly PersonFactory factory;
    private readonly Dictionary<SamplePartner, PartnerFeed> feeds;
    private readonly SecondReports secondReports;
    private readonly NearMisses nearMisses = new();
    private readonly PairLog pairs;
    private readonly VictimCounts victims = new();
    private readonly FileCounts files = new();
    private readonly Dictionary<SamplePartner, int> reports = [];
    private Queue<SecondReport> due = new();
    private int people;
    private int actual;

    public SampleFolder(string root, ulong seed)
    {
        this.root = root;
        this.seed = seed;
        factory = new PersonFactory(seed);
        secondReports = new SecondReports(seed);
        feeds = SamplePartners.All.ToDictionary(partner => partner, partner => new PartnerFeed(partner, seed, root));
        Directory.CreateDirectory(Path.Combine(root, "truth"));
        pairs = new PairLog(Path.Combine(root, "truth", "duplicates.csv"));
    }

    public void Write(int cases, CancellationToken cancellationToken)
    {
        foreach (QuarterPlan plan in QuarterPlan.All(cases, seed))
            WriteQuarter(plan, cancellationToken);
        victims.Save(Path.Combine(root, "truth", "counts.csv"));
        files.Save(Path.Combine(root, "truth", "files.csv"));
        PartnerRegister.Save(Path.Combine(root, "partners.json"));
    }

    public void Dispose()
    {
        foreach (PartnerFeed feed in feeds.Values)
            feed.Dispose();
        pairs.Dispose();
    }

    private void WriteQuarter(QuarterPlan plan, CancellationToken cancellationToken)
    {
        foreach (PartnerFeed feed in feeds.Values)
            feed.Enter(plan.Period);
        Queue<SecondReport> fromLastQuarter = due;
        due = new Queue<SecondReport>();
        foreach (SecondReport report in fromLastQuarter)
            WriteSecond(report);
        for (int i = 0; i < plan.Cases; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteCase(plan);
        }
    }

    private void WriteCase(QuarterPlan plan)
    {
        CaseKind kind = plan.NextKind();
        bool unusualSex = kind == CaseKind.Actual && ++actual % UnusualSexEvery == UnusualSexEvery / 2;
        (Person person, SamplePartner partner) = factory.Create(++people, kind, plan.Period, plan.NextSector(), unusualSex);
        int turn = reports[partner] = reports.GetValueOrDefault(partner) + 1;
        if (partner.KeepsNames && turn % NamelessEvery == 5)
            person = person with { Surname = "" };
        if (partner.Id == "UOK" && turn % NamibianEvery == 7)
            person = person with { Citizenship = Countries.Namibia };
        (Person written, Reported reported) = WriteWithTraps(person, partner);
        victims.Add(written);
        files.Add(kind, reported, repeat: false);
        if (partner.Id == "KOL" && turn % ExportedTwiceEvery == 20)
            ExportAgain(written, reported);
    }

    private (Person Person, Reported Reported) WriteWithTraps(Person person, SamplePartner partner)
    {
        if (nearMisses.Resemble(person, partner) is var (alike, model, kind))
        {
            Reported second = Report(alike, partner);
            pairs.Add(samePerson: false, kind.ToString(), model, second);
            return (alike, second);
        }

        if (nearMisses.BecomeModel(person, partner) is { } modelled)
        {
            Reported reported = Report(modelled, partner);
            nearMisses.ModelWritten(reported);
            return (modelled, reported);
        }

        if (secondReports.Choose(person, partner) is not { } twice)
            return (person, Report(person, partner));
        Reported first = Report(twice, partner);
        SecondReport report = secondReports.Plan(twice, first);
        if (report.Person.Period == twice.Period)
            WriteSecond(report);
        else
            due.Enqueue(report);
        return (twice, first);
    }

    private Reported Report(Person person, SamplePartner partner)
    {
        (CaseLocation location, string caseNumber) = feeds[partner].Write(person);
        return new Reported(partner, location, caseNumber);
    }

    private void WriteSecond(SecondReport report)
    {
        Reported second = Report(report.Person, report.Partner);
        pairs.Add(samePerson: true, report.Variant.ToString(), report.First, second);
        files.Add(report.Person.Kind, second, repeat: true);
    }

    private void ExportAgain(Person person, Reported first)
    {
        (CaseLocation location, string caseNumber) = feeds[first.Partner].Repeat(person, first.CaseNumber);
        var second = new Reported(first.Partner, location, caseNumber);
        pairs.Add(samePerson: true, "SameCaseNumber", first, second);
        files.Add(person.Kind, second, repeat: true);
    }
}
