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

    /// <summary>One case in so many of the partners with CTDC-like files has a country nobody wrote down: all ways to say so in the first year.</summary>
    private const int CountrylessEvery = 12;

    private readonly string _root;
    private readonly ulong _seed;
    private readonly PersonFactory _factory;
    private readonly Dictionary<SamplePartner, PartnerFeed> _feeds;
    private readonly SecondReports _secondReports;
    private readonly NearMisses _nearMisses = new();
    private readonly PairLog _pairs;
    private readonly VictimCounts _victims = new();
    private readonly FileCounts _files = new();
    private readonly Dictionary<SamplePartner, int> _reports = [];
    private Queue<SecondReport> _due = new();
    private int _people;
    private int _actual;

    public SampleFolder(string root, ulong seed)
    {
        _root = root;
        _seed = seed;
        _factory = new PersonFactory(_seed);
        _secondReports = new SecondReports(_seed);
        _feeds = SamplePartners.All.ToDictionary(partner => partner, partner => new PartnerFeed(partner, _seed, _root));
        Directory.CreateDirectory(Path.Combine(_root, "truth"));
        _pairs = new PairLog(Path.Combine(_root, "truth", "duplicates.csv"));
    }

    public void Write(int cases, IProgress<int>? written, CancellationToken cancellationToken)
    {
        foreach (QuarterPlan plan in QuarterPlan.All(cases, _seed))
        {
            WriteQuarter(plan, cancellationToken);
            written?.Report(_people);
        }

        _victims.Save(Path.Combine(_root, "truth", "counts.csv"), Path.Combine(_root, "truth", "known.csv"));
        _files.Save(Path.Combine(_root, "truth", "files.csv"));
        PartnerRegister.Save(Path.Combine(_root, "partners.json"));
    }

    public void Dispose()
    {
        foreach (PartnerFeed feed in _feeds.Values)
            feed.Dispose();
        _pairs.Dispose();
    }

    private void WriteQuarter(QuarterPlan plan, CancellationToken cancellationToken)
    {
        foreach (PartnerFeed feed in _feeds.Values)
            feed.Enter(plan.Period);
        Queue<SecondReport> fromLastQuarter = _due;
        _due = new Queue<SecondReport>();
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
        CaseDraw draw = plan.Next();
        SamplePartner partner = draw.Partner;
        bool unusualSex = draw.Kind == CaseKind.Actual && ++_actual % UnusualSexEvery == UnusualSexEvery / 2;
        Person person = _factory.Create(++_people, plan.Period, draw, unusualSex);
        int turn = _reports[partner] = _reports.GetValueOrDefault(partner) + 1;
        if (partner.KeepsNames && turn % NamelessEvery == 5)
            person = person with { Surname = "" };
        if (partner.Id == "UOK" && turn % NamibianEvery == 7)
            person = person with { Citizenship = Countries.Namibia };
        if (partner.Shape == CaseShape.Ctdc && turn % CountrylessEvery == 3)
            person = person with { Citizenship = Countries.Unknown };
        (Person written, Reported reported) = WriteWithTraps(person, partner);
        _victims.Add(written, partner.Id);
        _files.Add(draw.Kind, reported, repeat: false);
        if (partner.Id == "KOL" && turn % ExportedTwiceEvery == 20)
            ExportAgain(written, reported);
    }

    private (Person Person, Reported Reported) WriteWithTraps(Person person, SamplePartner partner)
    {
        if (_nearMisses.Resemble(person, partner) is var (alike, model, kind))
        {
            Reported second = Report(alike, partner);
            _pairs.Add(samePerson: false, kind.ToString(), model, second);
            return (alike, second);
        }

        if (_nearMisses.BecomeModel(person, partner) is { } modelled)
        {
            Reported reported = Report(modelled, partner);
            _nearMisses.ModelWritten(reported);
            return (modelled, reported);
        }

        if (_secondReports.Choose(person, partner) is not { } twice)
            return (person, Report(person, partner));
        Reported first = Report(twice, partner);
        SecondReport report = _secondReports.Plan(twice, first);
        if (report.Person.Period == twice.Period)
            WriteSecond(report);
        else
            _due.Enqueue(report);
        return (twice, first);
    }

    private Reported Report(Person person, SamplePartner partner)
    {
        (CaseLocation location, string caseNumber) = _feeds[partner].Write(person);
        return new Reported(partner, location, caseNumber);
    }

    private void WriteSecond(SecondReport report)
    {
        Reported second = Report(report.Person, report.Partner);
        _pairs.Add(samePerson: true, report.Variant.ToString(), report.First, second);
        _files.Add(report.Person.Kind, second, repeat: true);
        if (report.Partner != report.First.Partner)
            _victims.AddKnower(report.Person, report.Counted, report.Partner.Id);
    }

    private void ExportAgain(Person person, Reported first)
    {
        (CaseLocation location, string caseNumber) = _feeds[first.Partner].Repeat(person, first.CaseNumber);
        var second = new Reported(first.Partner, location, caseNumber);
        _pairs.Add(samePerson: true, "SameCaseNumber", first, second);
        _files.Add(person.Kind, second, repeat: true);
    }
}
