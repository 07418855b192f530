using Host.Auditing;
using Host.Composition;
using Host.Outcomes;
using Host.Reminders;
using Host.Web.Wording;
using Ingest.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Operation;

/// <summary>How the installation is: chains, what is due, what is stored.</summary>
internal sealed class SystemModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private const int MostDestroyed = 20;

    private const int MostReminders = 20;

    public StatusReport? Report { get; private set; }

    public ChainState? Chains { get; private set; }

    /// <summary>Uploads by what became of them, destroyed ones apart.</summary>
    public IReadOnlyList<(string Key, int Count)> Uploads { get; private set; } = [];

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
}
