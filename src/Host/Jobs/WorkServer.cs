using Host.Composition;
using Host.Doors;
using Host.Drafting;
using Host.Reminders;
using Hangfire;

namespace Host.Jobs;

/// <summary>Puts the parts of <c>work</c> together.</summary>
internal static class WorkServer
{
    /// <summary>A server that ticks by itself.</summary>
    public static JobServer Start(ReleaseDesk desk, TimeSpan pause, IReadOnlyList<IReminderChannel> channels) => New(desk, pause, ticksItself: true, channels).Server;

    /// <summary>A server and the ticker that its owner calls.</summary>
    public static (JobServer Server, Ticker Ticker) New(ReleaseDesk desk, TimeSpan pause, bool ticksItself, IReadOnlyList<IReminderChannel>? channels = null)
    {
        var installation = desk.Installation;
        var shelf = new RepairShelf(installation.Settings.Intake.Folder ?? "", installation.Vault, installation.Settings.Intake.RepairDays, installation.Clock);
        var watch = installation.Settings.Intake.Folder is { } folder ? new FolderWatch(installation, desk.Door, shelf, folder) : null;
        var retention = new UploadRetention(desk.Store, installation.Settings.Store.KeepReplacedDays, installation.Clock);
        var years = new YearRetention(installation, desk.Store, installation.Settings.Store.KeepYears);
        var reconciler = new Reconciler(installation, desk.Publisher, shelf, retention, desk.Consents, years, desk.Store);
        var runner = new SlotRunner(installation, desk.Drafter, desk.Publisher, reconciler, new ReminderRun(desk, channels ?? []));
        Ticker NewTicker(IBackgroundJobClient jobs) => new(installation, watch, () => FirstQuarter.Of(installation, desk.Store), jobs);
        var server = new JobServer(new JobMaker(runner, watch), ticksItself ? NewTicker : null, pause);
        return (server, NewTicker(server.Client));
    }
}
