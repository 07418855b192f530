using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Ingest.Catalogue;
using Ingest.Intake;
using Microsoft.AspNetCore.Mvc;
using Publication.Releases;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>A partner's first page: what it owes, what it sent.</summary>
internal sealed class UploadsModel(ReleaseDesk desk, DeliveryTable deliveries, SiteTexts texts) : DeskPage(texts)
{
    private const int MostRejected = 10;

    public PartnerId Partner => new(Claims.PartnerOf(User));

    /// <summary>Quarters that this partner owes, with the last day on which they count in their own quarter.</summary>
    public IReadOnlyList<(string Quarter, DateOnly LastDay, bool IsLate)> Owed { get; private set; } = [];

    public IReadOnlyList<StoredUpload> Accepted { get; private set; } = [];

    public IReadOnlyList<NilReturn> Nothing { get; private set; } = [];

    /// <summary>The latest files that were not accepted.</summary>
    public IReadOnlyList<DeliveryRow> Rejected { get; private set; } = [];

    public void OnGet() => Load();

    /// <summary>The partner had no case in a quarter.</summary>
    public IActionResult OnPostNothing(string? quarter) => After(NilReturnDoor.Report(desk, Partner, quarter, Me).Failure);

    public IActionResult OnPostTakeBack(string? number, string? reason)
    {
        if (!NilReturnId.TryParse(number, out var id) || string.IsNullOrWhiteSpace(reason))
        {
            return After(new Failure(ExitCode.WrongUsage, "ReasonMissing"));
        }

        return After(desk.Store.WithdrawNothing(id, reason, Me, Partner) is { Failure: { } code } ? StoreFailures.Of(code) : null);
    }

    private IActionResult After(Failure? failure)
    {
        if (failure is null)
        {
            return Redirect($"/{Tongue}/desk/uploads");
        }

        Problem = Sentence(failure);
        Load();
        return Page();
    }

    private void Load()
    {
        var calendar = desk.Installation.Calendar;
        if (!PartnerDuties.Of(desk.Installation, desk.Store, Partner).Succeeded(out var part, out var failure))
        {
            Problem = Sentence(failure);
            return;
        }

        Owed = [.. part.Owes.Select(q => (q, calendar.CutOff(QuarterOf(q)), part.Overdue.Contains(q, StringComparer.Ordinal)))];
        Accepted = desk.Store.UploadsOf(Partner).TryGet(out var own) ? own : [];
        Nothing = desk.Store.NilReturnsOf(Partner).TryGet(out var nothing) ? [.. nothing.Where(n => n.State == UploadState.Active)] : [];
        Rejected = [.. deliveries.Of(Partner.Value, 100).Where(d => d.State == "rejected").Take(MostRejected)];
    }

    private static ReleasePeriod QuarterOf(string code) => ReleasePeriod.TryParse(code, out var quarter) ? quarter : throw new InvalidOperationException("Duties name quarters.");
}
