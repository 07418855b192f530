using Host.Composition;
using Host.Outcomes;

namespace Host.Reminders;

/// <summary>
/// Sends what is due and has not gone out. Each reminder is recorded before it leaves and after it was taken: one that was cut off between the two may have gone out,
/// and is left at that, since two are worse than none.
/// </summary>
internal sealed class ReminderRun(ReleaseDesk desk, IReadOnlyList<IReminderChannel> channels)
{
    public async Task<Outcome<Done>> RunAsync(CancellationToken cancellationToken)
    {
        var table = desk.Installation.Reminders;
        table.CloseInterrupted();
        if (!ReminderPlan.Of(desk).Succeeded(out var due, out var failure))
        {
            return failure;
        }

        var site = new Uri(desk.Installation.Settings.Reminders.Site!);
        Failure? later = null;
        foreach (var channel in channels)
        {
            foreach (var reminder in due.Where(r => channel.Reaches(r.Contact)))
            {
                if (!table.Begin(reminder, channel.Name))
                {
                    continue;
                }

                ReminderTrace.Reached(ReminderStep.ReminderBegun);
                var result = await channel.SendAsync(new ReminderMessage(reminder, site), cancellationToken);
                ReminderTrace.Reached(ReminderStep.ReminderAnswered);
                table.End(reminder, channel.Name, result.Code, result.IsFinal);
                later ??= result.IsFinal ? null : new Failure(ExitCode.DependencyUnavailable, result.Code);
                if (result.IsAway)
                {
                    break;
                }
            }
        }

        return later is null ? Done.Value : later;
    }
}
