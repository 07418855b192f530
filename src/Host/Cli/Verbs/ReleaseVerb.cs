using System.CommandLine;
using Anonymize;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Progressing;
using Host.Security;
using Host.Texts;
using Publication.Releases;

namespace Host.Cli.Verbs;

/// <summary><c>release PERIOD</c>: makes the draft of a period and puts it through the gate. Says what each table shows, what it hides, and why.</summary>
internal sealed class ReleaseVerb : IVerb
{
    private readonly Argument<string> _period = new("PERIOD");
    private Option<string?> _as = null!;
    private Option<string?> _credential = null!;

    public Command Describe(Messages messages)
    {
        _period.Description = messages["ArgumentPeriod"];
        _as = SignIn.NewOption(messages, required: false);
        _credential = CredentialSource.NewOption(messages);
        return new Command("release", messages["VerbRelease"]) { _period, _as, _credential };
    }

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!ReleasePeriod.TryParse(call.Parsed.GetRequiredValue(_period), out var period))
        {
            return call.Fail(new Failure(ExitCode.WrongUsage, "PeriodWrong"));
        }

        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!Drafter(call, desk.Installation).Succeeded(out var drafter, out failure))
            {
                return call.Fail(failure);
            }

            call.Terminal.Note("Drafting", period.ToString());
            if (!(await DraftAsync(call, desk, period, drafter, cancellationToken)).Succeeded(out var draft, out failure))
            {
                if (failure is NothingSafe refused)
                {
                    DraftText.WriteRefusal(refused, call.Terminal);
                }

                return call.Fail(failure);
            }

            if (!desk.Counts.Duplicates(period, cancellationToken).Succeeded(out var duplicates, out failure))
            {
                return call.Fail(failure);
            }

            desk.Installation.Audit.Record(drafter, "draft-look", draft.Row.DraftId);
            DraftText.Write(draft, duplicates, call);
            return ExitCode.Success;
        }
    }

    private static Task<Outcome<Draft>> DraftAsync(VerbCall call, ReleaseDesk desk, ReleasePeriod period, string drafter, CancellationToken cancellationToken) =>
        StepProgress.RunAsync(call.Terminal, progress =>
        {
            progress.Report(new ProgressStep("ProgressCounting"));
            var relay = new RelayedProgress<EngineStep>(s => progress.Report(new ProgressStep("Progress" + s.Stage, "", s.Done, s.Stage == EngineStage.Verifying ? 0 : s.Total)));
            return desk.Drafter.DraftAsync(period, drafter, cancellationToken, relay);
        });

    private Outcome<string> Drafter(VerbCall call, Installation installation)
    {
        var user = call.Parsed.GetValue(_as) ?? installation.Settings.User;
        return user is null ? UserTable.Schedule : SignIn.Check(call, installation, user, _credential, Role.Analyst);
    }
}
