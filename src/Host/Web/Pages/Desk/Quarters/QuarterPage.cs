using Host.Composition;
using Host.Quarters;
using Host.Web.Wording;
using Microsoft.AspNetCore.Mvc.Filters;
using Publication.Releases;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>A page about one period. An address that names none of the installation's periods is not found.</summary>
internal abstract class QuarterPage(ReleaseDesk desk, SiteTexts texts) : ReleasePage(desk, texts)
{
    public ReleasePeriod Period { get; private set; }

    /// <summary>Where the period stands.</summary>
    public QuarterLine Line => QuarterLine.Of(Period, Release.Installation);

    /// <summary>Beginning of the addresses of this period's pages.</summary>
    public string Place => $"/{Tongue}/desk/quarters/{Period}";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (!ReleasePeriod.TryParse(RouteData.Values["period"] as string, out var period) || !QuarterBoard.Periods(Release).Contains(period))
        {
            context.Result = NotFound();
            return;
        }

        Period = period;
    }
}
