using System.CommandLine;
using Host.Composition;
using Host.Outcomes;
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
        var reason = call.Parsed.GetRequiredValue(_reason).Trim();
        if (reason.Length == 0)
        {
            return new Failure(ExitCode.WrongUsage, "ReasonMissing");
        }

        // By the id of the draft only: "the newest" may not be the one that is meant.
        if (installation.Drafts.Find(id) is not { } draft || draft.DraftId != id)
        {
            return new Failure(ExitCode.InvalidInput, "DraftUnknown", id);
        }

        if (installation.Discards.Has(id))
        {
            return new Failure(ExitCode.Conflict, "DraftDiscarded", id);
        }

        if (installation.Discards.Add(draft, reason, user).Failure is { } refused)
        {
            return refused;
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, draft = draft.DraftId, discardedBy = user });
        }
        else
        {
            call.Terminal.Say("Discarded", draft.DraftId, draft.Period);
        }

        return Done.Value;
    }
}
