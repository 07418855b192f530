using Host.Configuration;
using Host.Drafting;
using Host.Outcomes;
using Host.Recovery;
using Host.Reminders;
using Host.Schedule;
using Host.Security;
using Host.Storage;
using Host.Workflow;
using Ingest.Pseudonymise;

namespace Host.Composition;

/// <summary>An opened installation: settings, keys, calendar, and the tables of the workflow. Everything that acts is given one.</summary>
internal sealed class Installation
{
    private Installation(Settings settings, KeyRing keys, WorkflowDatabase database, TimeProvider clock)
    {
        Settings = settings;
        Keys = keys;
        Clock = clock;
        Database = database;
        Chain = ChainKey.Of(database, keys);
        Audit = new AuditTrail(database, Chain, clock);
        CutOffs = new CutOffTable(database, Audit, clock);
        Users = new UserTable(database, Audit, clock);
        Drafts = new DraftTable(database, Audit, clock);
        Omissions = new OmissionTable(database, Audit, clock);
        var write = new DraftWrite(database, Audit);
        Approvals = new ApprovalTable(database, write, clock);
        Discards = new DiscardTable(database, write, clock);
        PublicationTimes = new PublicationTimeTable(write, clock);
        Ledger = new LedgerTable(database, Chain);
        Rebuilt = new RebuiltTable(database, Ledger, Audit, clock);
        Publications = new PublicationTable(database, Ledger, Audit, clock);
        PartnerKeys = new PartnerKeyTable(database, Chain, Audit, clock);
        Slots = new SlotTable(database, clock);
        Vault = new PrivateVault(settings.Store.Private, keys);
        Journal = new RecoveryJournal(settings.Store.JournalPath(), keys, clock);
        Counts = new PublishedCounts(Vault, settings.Store.Private);
        Holds = new HoldTable(database, write, Vault, clock);
        Opinions = new OpinionTable(database, write, Vault, clock);
        EarlyReaders = new EarlyReaderTable(database, write, clock);
        Commentaries = new CommentaryTable(database, write, Vault, clock);
        Corrections = new CorrectionTable(database, write, Vault, Chain, clock);
        Withdrawals = new WithdrawalTable(database, write, clock);
        Reviews = new ReviewTable(database, write, Vault, clock);
        Deliveries = new DeliveryTable(database, Chain, Vault, clock);
        Roles = new RoleTable(database, Audit, clock);
        Sessions = new SessionTable(database, Audit, clock);
        Contacts = new ContactTable(database, Audit);
        Reminders = new ReminderTable(database, clock);
        ExternalSubjects = new ExternalSubjectTable(database, Audit, clock);
        SecondFactors = new SecondFactorTable(database, Vault, Users, Audit, clock);
    }

    public Settings Settings { get; }

    public KeyRing Keys { get; }

    public TimeProvider Clock { get; }

    /// <summary>The calendar as it stands now, with quarters that stay open for longer. Take it once for one piece of work.</summary>
    public ReleaseCalendar Calendar => new(Settings.Calendar, CutOffs.All().ToDictionary(c => c.Quarter, c => c.Day, StringComparer.Ordinal));

    public CutOffTable CutOffs { get; }

    public WorkflowDatabase Database { get; }

    public AuditTrail Audit { get; }

    public UserTable Users { get; }

    public RoleTable Roles { get; }

    public SessionTable Sessions { get; }

    public SecondFactorTable SecondFactors { get; }

    public ExternalSubjectTable ExternalSubjects { get; }

    public ContactTable Contacts { get; }

    public ReminderTable Reminders { get; }

    public DraftTable Drafts { get; }

    public ApprovalTable Approvals { get; }

    public DiscardTable Discards { get; }

    public OmissionTable Omissions { get; }

    public HoldTable Holds { get; }

    public OpinionTable Opinions { get; }

    public EarlyReaderTable EarlyReaders { get; }

    public CommentaryTable Commentaries { get; }

    public CorrectionTable Corrections { get; }

    public WithdrawalTable Withdrawals { get; }

    public ReviewTable Reviews { get; }

    public PublicationTimeTable PublicationTimes { get; }

    public LedgerTable Ledger { get; }

    public PublicationTable Publications { get; }

    public RebuiltTable Rebuilt { get; }

    public PartnerKeyTable PartnerKeys { get; }

    public DeliveryTable Deliveries { get; }

    public SlotTable Slots { get; }

    public PrivateVault Vault { get; }

    /// <summary>What a restored backup must not have forgotten.</summary>
    public RecoveryJournal Journal { get; }

    /// <summary>What quarters were counted from that are published, and whose year is not.</summary>
    public PublishedCounts Counts { get; }

    private Chain Chain { get; }

    /// <summary>HMAC-SHA256 (hex) of a draft's content: what an approval binds to.</summary>
    public string ContentCode(ReadOnlySpan<byte> content) => Chain.Code(content);

    /// <summary>Name of the key ring's file in the folder of keys.</summary>
    public const string KeyRingFile = "keyring.json";

    public static Outcome<Installation> Open(SettingsSource source, TimeProvider clock)
    {
        if (!source.Read().Succeeded(out var settings, out var failure))
        {
            return failure;
        }

        if (settings.Store.Keys is not { } folder)
        {
            return new Failure(ExitCode.DependencyUnavailable, "KeysNotSet");
        }

        return KeySource.Read(Path.Combine(folder, KeyRingFile)).Succeeded(out var keys, out failure) ? Open(settings, keys, clock) : failure;
    }

    public static Installation Open(Settings settings, KeyRing keys, TimeProvider clock)
    {
        var installation = new Installation(settings, keys, WorkflowDatabase.Open(settings.Store.Private, keys), clock);
        installation.Users.EnsureSchedule();
        return installation;
    }
}
