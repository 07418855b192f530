using Host.Composition;
using Host.Outcomes;
using Host.Web.Wording;
using Ingest.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Audit;

/// <summary>What was destroyed, when and why, and by which rule. No number of records: how many somebody sent is no matter of an auditor.</summary>
internal sealed class DestructionsModel(ReleaseDesk desk, SiteTexts texts) : AuditPage(desk, texts)
{
    /// <summary>Newest destruction first.</summary>
    public IReadOnlyList<StoredUpload> Uploads { get; private set; } = [];

    /// <summary>Withdrawn consents, newest first.</summary>
    public IReadOnlyList<ConsentWithdrawal> Consents { get; private set; } = [];

    public int KeepReplacedDays => Release.Installation.Settings.Store.KeepReplacedDays;

    public int? KeepYears => Release.Installation.Settings.Store.KeepYears;

    protected override string Subject => "destructions";

    public IActionResult OnGet()
    {
        var uploads = Release.Store.Uploads();
        if (!uploads.TryGet(out var all))
        {
            Problem = Sentence(StoreFailures.Of(uploads.Failure!.Value));
            return Page();
        }

        if (!Release.Consents.All().Succeeded(out var consents, out var failure))
        {
            Problem = Sentence(failure);
            return Page();
        }

        Uploads = [.. all.Where(u => u.DestroyedAt is not null).OrderByDescending(u => u.DestroyedAt).ThenByDescending(u => u.AcceptedOrder)];
        Consents = consents;
        return Page();
    }

    /// <summary>Why a file went: it had been replaced or withdrawn, or its year was closed.</summary>
    public string WhyOf(StoredUpload upload) => this[upload.State == UploadState.Active ? "AuditYearClosed" : $"Upload{upload.State}"];
}
