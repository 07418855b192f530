using System.Globalization;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Web.Wording;
using Ingest.Catalogue;
using Ingest.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Publication.Tables;

namespace Host.Web.Pages.Desk.Protection;

/// <summary>Withdrawn consents: entered by partner and case number, listed without it.</summary>
internal sealed class ConsentsModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private const string DayFormat = "yyyy-MM-dd";

    public IReadOnlyList<ConsentWithdrawal> All { get; private set; } = [];

    public IReadOnlyList<Partner> Partners { get; private set; } = [];

    public static IReadOnlyList<ConsentReason> Reasons { get; } = Enum.GetValues<ConsentReason>();

    /// <summary>Chosen again where an entry was refused; the number never is.</summary>
    public string? Partner { get; private set; }

    public string Today => desk.Installation.Calendar.DayOf(desk.Installation.Clock.GetUtcNow()).ToString(DayFormat, CultureInfo.InvariantCulture);

    public string NameOf(Partner partner) => Language == Language.Tr ? partner.NameTr : partner.NameEn;

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>What became of it, as a sentence.</summary>
    public string StateOf(ConsentWithdrawal withdrawal) => withdrawal switch
    {
        { CarriedOutAt: null } => this["ConsentWaits"],
        { Records: 0 } => this["ConsentInNoFile"],
        _ => Say("ConsentDone", withdrawal.Records, withdrawal.Files, Local(withdrawal.CarriedOutAt.Value)),
    };

    public IActionResult OnGet() => Show();

    public IActionResult OnPost(string? partner, string? number, string? day, string? reason, CancellationToken cancellationToken)
    {
        Partner = partner;
        if (!PartnerName.TryRead(partner, out var id))
        {
            return Refuse(StoreFailures.Of(StoreFailureCode.UnknownPartner));
        }

        if (!DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var withdrawnOn))
        {
            return Refuse(new Failure(ExitCode.WrongUsage, "ConsentDayWrong"));
        }

        if (!Enum.TryParse<ConsentReason>(reason, out var why) || !Enum.IsDefined(why))
        {
            return Refuse(new Failure(ExitCode.WrongUsage, "ReasonMissing"));
        }

        return desk.Consents.Enter(id, number ?? "", withdrawnOn, why, Me, cancellationToken).Failure is { } failure ? Refuse(failure) : Redirect($"/{Tongue}/desk/protection/consents");
    }

    private PageResult Refuse(Failure failure)
    {
        Problem = Sentence(failure);
        return Show();
    }

    private PageResult Show()
    {
        if (!desk.Consents.All().Succeeded(out var all, out var failure))
        {
            Problem ??= Sentence(failure);
            return Page();
        }

        All = all;
        Partners = desk.Store.Partners() is { Succeeded: true, Value: var partners } ? partners : [];
        return Page();
    }
}
