using System.CommandLine;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Recovery;
using Host.Security;
using Host.Texts;
using Host.Workflow;
using Publication.Releases;

namespace Host.Cli.Verbs;

/// <summary><c>omit QUARTER --reason TEXT --as USER</c>: decides that nothing of a quarter is published, so that its year need not wait for it.</summary>
internal sealed class OmitVerb() : SignedVerb("omit", "VerbOmit", Role.Approver)
{
    private Option<string> _reason = null!;

    protected override string ArgumentText => "ArgumentQuarter";

    public override Command Describe(Messages messages)
    {
        var command = base.Describe(messages);
        _reason = new Option<string>("--reason") { Description = messages["OptionReason"], HelpName = "TEXT", Required = true };
        command.Add(_reason);
        return command;
    }

    protected override Task<Outcome<Done>> ActAsync(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken) =>
        Task.FromResult(Omit(call, installation, id, user, cancellationToken));

    private Outcome<Done> Omit(VerbCall call, Installation installation, string id, string user, CancellationToken cancellationToken)
    {
        if (!ReleasePeriod.TryParse(id, out var quarter) || quarter.IsYear)
        {
            return new Failure(ExitCode.WrongUsage, "QuarterWrong");
        }

        var reason = call.Parsed.GetRequiredValue(_reason).Trim();
        if (reason.Length == 0)
        {
            return new Failure(ExitCode.WrongUsage, "ReasonMissing");
        }

        if (installation.Clock.GetUtcNow() < installation.Calendar.ClosedAt(quarter))
        {
            return new Failure(ExitCode.Conflict, "PeriodOpen", id, Instant.Write(installation.Calendar.ClosedAt(quarter)));
        }

        // Not while its draft is in the making, and not while the ledger may have forgotten that the quarter was published.
        using var alone = Drafter.Lock(installation, cancellationToken);
        if (LedgerStanding.Find(installation) is { } behind)
        {
            return behind;
        }

        if (installation.Omissions.Add(quarter, reason, user).Failure is { } refused)
        {
            return refused;
        }

        if (call.IsJson)
        {
            call.Terminal.Json(new { schemaVersion = 1, period = id, omittedBy = user });
        }
        else
        {
            call.Terminal.Say("Omitted", id);
        }

        return Done.Value;
    }
}
