using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>publish ID --as USER</c>: publishes what is approved, or finishes a publication that was interrupted.</summary>
internal sealed class PublishVerb : IVerb
{
    private readonly Argument<string> _id = new("ID");
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _as = SignIn.NewOption(messages);
        _credential = CredentialSource.NewOption(messages);
        return new Command("publish", messages["VerbPublish"]) { _id, _as, _credential };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!SignIn.Check(call, desk.Installation, call.Parsed.GetValue(_as)!, _credential, Role.Publisher).Succeeded(out var user, out failure))
            {
                return call.Fail(failure);
            }

            var id = call.Parsed.GetRequiredValue(_id);
            call.Terminal.Note("Publishing", id);
            if (!(await desk.Publisher.PublishAsync(id, user, cancellationToken)).Succeeded(out var folder, out failure))
            {
                return call.Fail(failure);
            }

            if (call.IsJson)
            {
                call.Terminal.Json(new { schemaVersion = 1, id, publishedBy = user, folder });
            }
            else
            {
                call.Terminal.Say("Published", id, folder);
            }

            return ExitCode.Success;
        }
    }
}
