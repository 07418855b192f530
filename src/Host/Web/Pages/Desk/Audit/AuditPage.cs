using Host.Composition;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Host.Web.Pages.Desk.Audit;

/// <summary>A page of auditors: nothing can be done on it, and each look at it is in the audit chain before the page is made.</summary>
internal abstract class AuditPage(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    protected ReleaseDesk Release { get; } = desk;

    /// <summary>What is looked at, as the chain names it.</summary>
    protected abstract string Subject { get; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        Release.Installation.Audit.Record(Me, "audit-look", Subject);
    }
}
