using Host.Cli.Verbs;

namespace Host.Cli;

/// <summary>The verbs, in the order of the help.</summary>
internal static class VerbCatalogue
{
    public static IReadOnlyList<IVerb> All() =>
    [
        new DemoVerb(),
        new SampleVerb(),
        new ValidateVerb(),
        new IngestVerb(),
        new WithdrawVerb(),
        new WithdrawConsentVerb(),
        new ReleaseVerb(),
        new ApproveVerb(),
        new DiscardVerb(),
        new OmitVerb(),
        new PublishVerb(),
        new ReportVerb(),
        new VerifyVerb(),
        new AttackVerb(),
        new ProtectVerb(),
        new AnonymizeVerb(),
        new RiskVerb(),
        new RebuildLedgerVerb(),
        new StatusVerb(),
        new WorkVerb(),
        new ServeVerb(),
        new PartnerVerb(),
        new UserVerb(),
        new KeyVerb(),
    ];
}
