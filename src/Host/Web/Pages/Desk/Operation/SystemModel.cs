using Host.Auditing;
using Host.Composition;
using Host.Outcomes;
using Host.Jobs;
using Host.Reminders;
using Host.Schedule;
using Host.Storage;
using Host.Web.Wording;
using Ingest.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Operation;

/// <summary>How the installation is: chains, what is due, what is stored.</summary>
internal sealed class SystemModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private const int MostDestroyed = 20;

    private const int MostReminders = 20;

    private const long Mega = 1_000_000;

    private const long Giga = 1_000_000_000;

    public StatusReport? Report { get; private set; }

    public ChainState? Chains { get; private set; }

    /// <summary>Uploads by what became of them, destroyed ones apart.</summary>
    public IReadOnlyList<(string Key, int Count)> Uploads { get; private set; } = [];

    /// <summary>What the calendar has for moments to come, the next first.</summary>
    public IReadOnlyList<ComingStep> Coming { get; private set; } = [];

    /// <summary>Folders of the installation by the key of their name, with what they take and what is left.</summary>
    public IReadOnlyList<(string Key, DiskUse Use)> Folders { get; private set; } = [];

    /// <summary>The latest destructions of case files, newest first.</summary>
    public IReadOnlyList<StoredUpload> Destroyed { get; private set; } = [];

    /// <summary>The latest reminders, newest first.</summary>
    public IReadOnlyList<ReminderRow> Reminders { get; private set; } = [];

    /// <summary>Records that were taken out of files for withdrawn consents, newest withdrawal first.</summary>
    public IReadOnlyList<ConsentWithdrawal> Erased { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!StatusReport.Of(desk.Installation, desk.Store).Succeeded(out var report, out var failure))
        {
            Problem = Sentence(failure);
            return Page();
        }

        Report = report;
        if (report.UploadsWithoutKey.Count > 0)
        {
            Problem = Sentence(new Failure(ExitCode.DependencyUnavailable, "StatusUploadsWithoutKey", string.Join(", ", report.UploadsWithoutKey)));
        }

        Coming = ComingStep.Of(desk);
        var store = desk.Installation.Settings.Store;
        Folders = [("FolderPrivate", DiskUse.Of(store.Private)), ("FolderPublished", DiskUse.Of(store.Published))];
        Reminders = desk.Installation.Reminders.Latest(MostReminders);
        Chains = ChainState.Of(desk);
        if (!desk.Consents.All().Succeeded(out var consents, out failure))
        {
            Problem = Sentence(failure);
        }

        Erased = [.. (consents ?? []).Where(c => c.Records > 0).Take(MostDestroyed)];
        Uploads = desk.Store.Uploads().TryGet(out var all)
            ?
            [
                .. all.Where(u => u.DestroyedAt is null).GroupBy(u => u.State).OrderBy(g => g.Key).Select(g => ($"Upload{g.Key}", g.Count())),
                ("UploadDestroyed", all.Count(u => u.DestroyedAt is not null)),
            ]
            : [];
        Destroyed = desk.Store.Uploads().TryGet(out var kept) ? [.. kept.Where(u => u.DestroyedAt is not null).OrderByDescending(u => u.DestroyedAt).Take(MostDestroyed)] : [];
        return Page();
    }

    /// <summary>What a slot does, in words.</summary>
    public string KindOf(string kind) => kind switch
    {
        SlotKind.Draft => this["SlotDraft"],
        SlotKind.Publish => this["SlotPublish"],
        SlotKind.Reconcile => this["SlotReconcile"],
        SlotKind.Remind => this["SlotRemind"],
        ComingStep.CutOff => this["SlotCutOff"],
        _ => kind,
    };

    /// <summary>Bytes as people say them.</summary>
    public string Size(long bytes) => bytes >= Giga ? $"{(bytes / (double)Giga).ToString("N1", Culture)} GB" : $"{(bytes / (double)Mega).ToString("N1", Culture)} MB";
}
