using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary>A verb by which a person puts a name to a decision: <c>VERB ID --as USER</c>. Nothing is looked at before user, credential and role are checked.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">Code of its sentence in the help.</param>
/// <param name="roles">One of them is enough.</param>
internal abstract class SignedVerb(string name, string description, params Role[] roles) : IVerb
{
    private readonly Argument<string> _id = new("ID");
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    /// <summary>Code of the sentence that says what the id is of.</summary>
    protected virtual string ArgumentText => "ArgumentDraft";

    public virtual Command Describe(Messages messages)
    {
        _id.Description = messages[ArgumentText];
        _as = SignIn.NewOption(messages);
        _credential = CredentialSource.NewOption(messages);
        return new Command(name, messages[description]) { _id, _as, _credential };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!Installation.Open(call.Settings, call.Clock).Succeeded(out var installation, out var failure)
            || !SignIn.Check(call, installation, call.Parsed.GetValue(_as)!, _credential, roles).Succeeded(out var user, out failure))
        {
            return call.Fail(failure);
        }

        return (await ActAsync(call, installation, call.Parsed.GetRequiredValue(_id), user, cancellationToken)).Failure is { } refused
            ? call.Fail(refused)
            : ExitCode.Success;
    }

    /// <summary>Does it, and says so.</summary>
    protected abstract Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken);
}
