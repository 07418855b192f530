using Host.Configuration;
using Host.Doors;
using Host.Drafting;
using Host.Outcomes;
using Host.Planning;
using Host.Publishing;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;
using Ingest.Storage;
using Ingest.Templates;

namespace Host.Composition;

/// <summary>Everything that drafting and publishing take, over one installation and its case store.</summary>
internal sealed class ReleaseDesk : IDisposable
{
    private ReleaseDesk(Installation installation, CaseStore store, CodeLists lists)
    {
        Installation = installation;
        Store = store;
        Lists = lists;
        Planner = new PeriodPlanner(lists);
        Counts = new RecordCounts(installation, store, lists, Planner);
        var reporting = new ReportingPartners(installation, store);
        Drafter = new Drafter(installation, reporting, Counts, Planner);
        Gate = new DraftGate(Counts, reporting, Planner);
        Publisher = new Publisher(installation, Gate);
        var profiles = ProfileCatalogue.Load(lists);
        Intake = new IntakeService(store, lists, profiles, RuleBook.Load(), installation.Clock);
        Words = new PartnerWords(store, lists, installation.Clock);
        Templates = new TemplateCatalogue(profiles, lists);
        Door = new IntakeDoor(Intake, () => Counted);
    }

    public Installation Installation { get; }

    public CaseStore Store { get; }

    public CodeLists Lists { get; }

    public PeriodPlanner Planner { get; }

    public RecordCounts Counts { get; }

    public Drafter Drafter { get; }

    public IDraftGate Gate { get; }

    public Publisher Publisher { get; }

    /// <summary>The intake that every door leads to.</summary>
    public IntakeService Intake { get; }

    /// <summary>Partners' own words for codes.</summary>
    public PartnerWords Words { get; }

    /// <summary>Empty files of every shape.</summary>
    public TemplateCatalogue Templates { get; }

    /// <summary>Where records that come now count.</summary>
    public CountedQuarter Counted => new(FirstQuarter.Of(Installation, Store), Installation.Calendar);

    /// <summary>The intake as the watched folder uses it.</summary>
    public IIntakeDoor Door { get; }

    public static Outcome<ReleaseDesk> Open(SettingsSource settings, TimeProvider clock) =>
        Installation.Open(settings, clock).Succeeded(out var installation, out var failure) ? Open(installation) : failure;

    public static Outcome<ReleaseDesk> Open(Installation installation) =>
        OpenStore(installation).Succeeded(out var store, out var failure) ? new ReleaseDesk(installation, store, CodeLists.Load()) : failure;

    /// <summary>The case store alone.</summary>
    public static Outcome<CaseStore> OpenStore(Installation installation)
    {
        var opened = CaseStore.Open(Path.Combine(installation.Settings.Store.Private, "cases"), installation.Keys, installation.Clock);
        return opened.TryGet(out var store) ? store : StoreFailures.Of(opened.Failure!.Value);
    }

    public void Dispose() => Store.Dispose();
}
