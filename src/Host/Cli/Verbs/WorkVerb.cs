using System.CommandLine;
using Host.Composition;
using Host.Doors;
using Host.Drafting;
using Host.Jobs;
using Host.Outcomes;
using Host.Reminders;
using Host.Texts;

namespace Host.Cli.Verbs;

/// <summary><c>work</c>: runs what has a date, until it is stopped.</summary>
internal sealed class WorkVerb : IVerb
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public Command Describe(Messages messages) => new("work", messages["VerbWork"]);

    public async Task<ExitCode> RunAsync(VerbCall call, CancellationToken cancellationToken)
    {
        if (!ReleaseDesk.Open(call.Settings, call.Clock).Succeeded(out var desk, out var failure))
        {
            return call.Fail(failure);
        }

        using (desk)
        {
            if (!ReminderChannels.Read(desk.Installation.Settings.Reminders, call.Settings.Variable, call.Clock).Succeeded(out var channels, out var unread))
            {
                return call.Fail(unread);
            }

            using var server = WorkServer.Start(desk, Pause, channels);
            call.Terminal.Note("Working", desk.Installation.Settings.Intake.Folder ?? "-");
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                call.Terminal.Note("Stopping");
            }
        }

        return ExitCode.Cancelled;
    }
}
