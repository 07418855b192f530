using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Security;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>discard DRAFT --reason TEXT --as USER</c>: withdraws a draft that is not published; who may look at it may do so.</summary>
internal sealed class DiscardVerb() : SignedVerb("discard", "VerbDiscard", Role.Analyst, Role.Approver)
{
    private Option<string> _reason = null!;

    public override Command Describe(Messages messages)
    {
        var command = base.Describe(messages);
        _reason = new Option<string>("--reason") { Description = messages["OptionReason"], HelpName = "TEXT", Required = true };
        command.Add(_reason);
        return command;
    }

    protected override Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken) =>
        Task.FromResult(Discard(call, installation, id, user));

    private Outcome<Done> Discard(VerbCall call, Installation installation, string id, string user)
    {
        if (DraftSteps.Discard(id, installation, call.Parsed.GetRequiredValue(_reason), user).Failure is { } refused)
        {
            return refused;
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, draft = id, discardedBy = user });
        }
        else
        {
            call.Terminal.Say("Discarded", id, installation.Drafts.Find(id)!.Period);
        }

        return Done.Value;
    }
}
