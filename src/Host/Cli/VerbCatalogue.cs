using Host.Cli.Verbs;

namespace Host.Cli;

/// <summary>The verbs, in the order of the help.</summary>
internal static class VerbCatalogue
{
    public static IReadOnlyList<IVerb> All() =>
    [
        new SampleVerb(),
        new StatusVerb(),
        new ApproveVerb(),
        new ReportVerb(),
        new VerifyVerb(),
        new UserVerb(),
    ];
}
