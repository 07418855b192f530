using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Recovery;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>rebuild-ledger --as USER</c>: after an older backup was restored, enters again what was published since, from the published folders.</summary>
internal sealed class RebuildLedgerVerb : IVerb
{
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _as = SignIn.NewOption(messages);
        _credential = CredentialSource.NewOption(messages);
        return new Command("rebuild-ledger", messages["VerbRebuildLedger"]) { _as, _credential };
    }

    public Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken) => Task.FromResult(Run(call, cancellationToken));

    private ExitCode Run(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !SignIn.Check(call, installation, call.Parsed.GetValue(_as)!, _credential, Role.Operator).Succeeded(out var user, out failure)
            || !new LedgerRebuild(installation).Run(user, cancellationToken).Succeeded(out var releases, out failure))
        {
            return call.Fail(failure);
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, rebuilt = releases });
        }
        else
        {
            call.Terminal.Say(releases.Count == 0 ? "LedgerKnowsAll" : "LedgerRebuilt", string.Join(", ", releases));
        }

        return ExitCode.Success;
    }
}
