using Host.Composition;
using Host.Outcomes;
using Host.Quarters;
using Host.Web.Files;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>The draft as its readers would see it, with every file, stamped.</summary>
internal sealed class PreviewModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    /// <summary>Null where there is no draft, or it does not pass the gate.</summary>
    public DraftOnPage? Draft { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? name, CancellationToken cancellationToken)
    {
        if (Line.Draft is not { } row || Line.Stage is QuarterStage.Published or QuarterStage.Withdrawn)
        {
            return name is null ? Page() : NotFound();
        }

        if (!(await DraftPreview.OpenAsync(row, Release, Me, name is null ? "preview-look" : "preview-file", cancellationToken)).Succeeded(out var preview, out var failure))
        {
            return Refuse(failure, name);
        }

        if (name is not null)
        {
            return name == "all.zip" ? File(preview.Archive(cancellationToken), "application/zip", $"DRAFT-{row.DraftId}.zip") : DraftFile.Send(preview, name);
        }

        Draft = new DraftOnPage(this, preview, $"{Place}/preview", Release.Installation.Commentaries.Find(row.ReleaseId));
        return Page();
    }

    private IActionResult Refuse(Failure failure, string? name)
    {
        Problem = Sentence(failure);
        return name is null ? Page() : NotFound();
    }
}
