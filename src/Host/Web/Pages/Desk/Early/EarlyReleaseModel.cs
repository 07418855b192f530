using Host.Composition;
using Host.Quarters;
using Host.Web.Files;
using Host.Web.Pages.Desk.Quarters;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Early;

/// <summary>A release before its publication, for people who were named for it. What they may not read now is not found.</summary>
internal sealed class EarlyReleaseModel(ReleaseDesk desk, SiteTexts texts) : ReleasePage(desk, texts)
{
    public DraftOnPage Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string draft, string? name, CancellationToken cancellationToken)
    {
        if (!Release.Installation.EarlyReaders.For(Me).Contains(draft, StringComparer.Ordinal) || Release.Installation.Drafts.Find(draft) is not { } row)
        {
            return NotFound();
        }

        if (!(await DraftPreview.OpenAsync(row, Release, Me, name is null ? "early-look" : "early-file", cancellationToken)).Succeeded(out var preview, out var failure))
        {
            return Unavailable(failure);
        }

        if (name is not null)
        {
            return name == "all.zip" ? File(preview.Archive(cancellationToken), "application/zip", $"DRAFT-{row.DraftId}.zip") : DraftFile.Send(preview, name);
        }

        Draft = new DraftOnPage(this, preview, $"/{Tongue}/desk/early/{draft}", Release.Installation.Commentaries.Find(row.ReleaseId));
        return Page();
    }
}
