using System.Globalization;
using Host.Composition;
using Host.Drafting;
using Host.Outcomes;
using Host.Quarters;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Quarters;

/// <summary>What came in for a period, who is missing, what is unusual; and the draft is made from here.</summary>
internal sealed class QuarterModel(ReleaseDesk desk, SiteTexts texts) : QuarterPage(desk, texts)
{
    public QuarterIntake Intake { get; private set; } = null!;

    /// <summary>Indicators of the National Action Plan that somebody still owes.</summary>
    public IReadOnlyList<IncompleteIndicator> Incomplete { get; private set; } = [];

    /// <summary>What stood against every table, where nothing safe could be made.</summary>
    public NothingSafe? Refused { get; private set; }

    public bool MayDraft => Claims.Has(User, Role.Analyst) && Line.Stage is QuarterStage.Closed or QuarterStage.Drafted or QuarterStage.Submitted;

    /// <summary>Days from which a later cut-off may be chosen.</summary>
    public (DateOnly First, DateOnly Last) Bounds => CutOffExtension.Bounds(Period, Release.Installation);

    /// <summary>A quarter that nobody approved may stay open for longer.</summary>
    public bool MayExtend => Claims.Has(User, Role.Analyst) && !Period.IsYear && Bounds.First <= Bounds.Last
        && Line.Stage is QuarterStage.Collecting or QuarterStage.Closed or QuarterStage.Drafted or QuarterStage.Submitted;

    public DateOnly CutOff => Release.Installation.Calendar.CutOff(Period);

    /// <summary>The later day that was set; null where none was.</summary>
    public CutOffRow? Extended => Release.Installation.CutOffs.All().FirstOrDefault(c => c.Quarter == Period.ToString());

    public IActionResult OnGet(CancellationToken cancellationToken) => Show(cancellationToken);

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Analyst))
        {
            return Forbid();
        }

        if ((await Release.Drafter.DraftAsync(Period, Me, cancellationToken)).Failure is not { } failure)
        {
            return Redirect($"{Place}/draft");
        }

        Refused = failure as NothingSafe;
        Problem = Sentence(failure);
        return Show(cancellationToken);
    }

    public IActionResult OnPostExtend(string? day, string? reason, CancellationToken cancellationToken)
    {
        if (!Claims.Has(User, Role.Analyst))
        {
            return Forbid();
        }

        var set = Period.IsYear || !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Failure(ExitCode.InvalidInput, "CutOffBounds", Iso(Bounds.First), Iso(Bounds.Last))
            : CutOffExtension.Set(Period, date, reason ?? "", Release.Installation, Me);
        if (set.Failure is not { } failure)
        {
            return Redirect(Place);
        }

        Problem = Sentence(failure);
        return Show(cancellationToken);
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IActionResult Show(CancellationToken cancellationToken)
    {
        Release.Installation.Audit.Record(Me, "quarter-look", Period.ToString());
        if (!QuarterIntake.Of(Period, Release, cancellationToken).Succeeded(out var intake, out var failure)
            || !IncompleteIndicator.Of(Period, Release).Succeeded(out var incomplete, out failure))
        {
            return Unavailable(failure);
        }

        Intake = intake;
        Incomplete = incomplete;
        return Page();
    }
}
