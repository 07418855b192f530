using Host.Configuration;
using Host.Consents;
using Host.Doors;
using Host.Drafting;
using Host.Outcomes;
using Host.Planning;
using Host.Publishing;
using Host.Recovery;
using Host.Security;
using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Pseudonymise;
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
        Consents = new ConsentDesk(installation, store, lists);
        Counts = new RecordCounts(installation, store, lists, Planner, Consents);
        var reporting = new ReportingPartners(installation, store);
        Drafter = new Drafter(installation, reporting, Counts, Planner);
        Gate = new DraftGate(Counts, reporting, Planner, installation.Keys.Current(KeyPurpose.Release));
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

    /// <summary>Withdrawn consents.</summary>
    public ConsentDesk Consents { get; }

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
    public CountedQuarter Counted => new(FirstQuarter.Of(Installation, Store), Installation.Calendar, Installation.Rebuilt.Quarters());

    /// <summary>The intake as the watched folder uses it.</summary>
    public IIntakeDoor Door { get; }

    public static Outcome<ReleaseDesk> Open(SettingsSource settings, TimeProvider clock) =>
        Installation.Open(settings, clock).Succeeded(out var installation, out var failure) ? Open(installation) : failure;

    /// <summary>Opens the store; what a restored backup has forgotten is told to it, and withdrawn consents are carried out. What cannot be done now is tried again before every count.</summary>
    /// <exception cref="IOException">The journal cannot be read or written.</exception>
    public static Outcome<ReleaseDesk> Open(Installation installation)
    {
        if (!OpenStore(installation).Succeeded(out var store, out var failure))
        {
            return failure;
        }

        var desk = new ReleaseDesk(installation, store, CodeLists.Load());
        try
        {
            var open = desk.Consents.Settle(CancellationToken.None).Failure ?? LedgerStanding.Keep(installation).Failure;
            if (open is not null)
            {
                installation.Audit.Record(UserTable.Schedule, "recovery-open", open.Code);
            }

            return desk;
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    /// <summary>The case store alone.</summary>
    public static Outcome<CaseStore> OpenStore(Installation installation)
    {
        var places = installation.Settings.Store;
        var opened = CaseStore.Open(Path.Combine(places.Private, "cases"), places.UploadKeysPath(), installation.Keys, installation.Clock);
        return opened.TryGet(out var store) ? store : StoreFailures.Of(opened.Failure!.Value);
    }

    public void Dispose() => Store.Dispose();
}
