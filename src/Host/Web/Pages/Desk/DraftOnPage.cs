using Host.Quarters;
using Host.Workflow;
using Reports.Commentary;
using Reports.Dashboards;

namespace Host.Web.Pages.Desk;

/// <summary>A draft as its readers would see it, on a page of the desk.</summary>
/// <param name="Page">The page.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Files">Beginning of the addresses of its files.</param>
/// <param name="Commentary">What is written about it; null where nothing is.</param>
internal sealed record DraftOnPage(DeskPage Page, DraftPreview Draft, string Files, Commentary? Commentary)
{
    public IReadOnlyList<string> Paragraphs => Commentary is null ? [] : CommentaryText.Read(Commentary.In(Page.Language), Draft.Release.Content, Page.Language).Paragraphs;

    public Dashboard Dashboard { get; } = Dashboard.OfDraft(Draft.Release, Draft.Bulletin, Draft.Earlier, Page.Language);
}
