using System.Text;
using Host.Composition;
using Host.Outcomes;
using Host.Web.Accounts;
using Host.Web.Limits;
using Host.Web.Uploads;
using Host.Web.Wording;
using Ingest.Catalogue;
using Ingest.Intake;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>
/// Checks a file, or hands it in. The request is read as it comes, field by field: the framework's own reading of forms would put the file on the disk,
/// where nothing of a case may lie unencrypted.
/// </summary>
[IgnoreAntiforgeryToken]
[ReadsItsOwnForm]
[EnableRateLimiting(RequestLimits.Uploads)]
internal sealed class NewUploadModel(ReleaseDesk desk, DeliveryDesk deliveries, UploadWatch watch, IntakePlaces places, IAntiforgery forms, SiteTexts texts) : DeskPage(texts)
{
    private const string Token = "form";
    private const string Header = "RequestVerificationToken";

    public PartnerId Partner => new(Claims.PartnerOf(User));

    /// <summary>What came of a check; null before it.</summary>
    public ValidationReport? Report { get; private set; }

    /// <summary>The findings of a check as a spreadsheet reads them, in an address that holds them whole: of a check nothing is kept that could be asked for later.</summary>
    public string ReportAsTable => Held("text/csv", Encoding.UTF8.GetString(ReportCsv.Write(Report!, Tongue)));

    /// <summary>The same for people.</summary>
    public string ReportAsText => Held("text/plain", new ReportText(ReportTexts.Load(), Tongue).Write(Report!));

    /// <summary>The upload that the file corrects; null for a new one.</summary>
    public string? Replaces { get; private set; }

    public string? Reason { get; private set; }

    public bool WithoutFaulty { get; private set; }

    public IActionResult OnGet(string? replaces)
    {
        Replaces = replaces;
        return replaces is null || (UploadId.TryParse(replaces, out var id) && desk.Store.FindUpload(id, Partner).Succeeded) ? Page() : NotFound();
    }

    /// <summary>Stage and percentage of an upload of this partner, for the page that sends it.</summary>
    public IActionResult OnGetProgress(string? name) => watch.Find(Partner.Value, name ?? "") is { } progress
        ? new JsonResult(new { stage = this[$"Stage{progress.Stage}"], percent = progress.Percent })
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var file = Request.HasFormContentType ? await SentFile.OpenAsync(HttpContext, fields, cancellationToken) : null;
        Request.Headers[Header] = fields.GetValueOrDefault(Token, "");
        if (!await forms.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }

        Replaces = fields.GetValueOrDefault("replaces") is { Length: > 0 } replaces ? replaces : null;
        Reason = fields.GetValueOrDefault("reason");
        WithoutFaulty = fields.ContainsKey("withoutFaulty");
        if (file is null)
        {
            return Refuse(new Failure(ExitCode.WrongUsage, "FileNotSent"));
        }

        if (!Options().Succeeded(out var options, out var failure))
        {
            return Refuse(failure);
        }

        var name = fields.GetValueOrDefault("watch");
        var progress = watch.Begin(Partner.Value, name);
        try
        {
            await places.Free.WaitAsync(cancellationToken);
            try
            {
                return fields.GetValueOrDefault("act") == "hand-in" ? await HandInAsync(file, options, progress, cancellationToken) : await CheckAsync(file, progress, cancellationToken);
            }
            finally
            {
                places.Free.Release();
            }
        }
        finally
        {
            watch.End(Partner.Value, name);
        }
    }

    private async Task<IActionResult> CheckAsync(Stream file, UploadProgress? progress, CancellationToken cancellationToken)
    {
        await using var held = await HeldFile.OfAsync(file, progress, cancellationToken);
        var validated = await desk.Intake.ValidateAsync(held, Partner, cancellationToken);
        if (!validated.TryGet(out var report))
        {
            return Refuse(StoreFailures.Of(validated.Failure!.Value));
        }

        Report = report;
        return Page();
    }

    private async Task<IActionResult> HandInAsync(Stream file, IntakeOptions options, UploadProgress? progress, CancellationToken cancellationToken) =>
        (await deliveries.TakeAsync(Partner.Value, retryKey: null, file, options, progress, cancellationToken)).Succeeded(out var delivery, out var failure)
            ? Redirect($"/{Tongue}/desk/deliveries/{delivery.DeliveryId}")
            : Refuse(failure);

    private Outcome<IntakeOptions> Options() =>
        Replaces is null ? new IntakeOptions { AcceptWithoutFaultyRows = WithoutFaulty }
        : !UploadId.TryParse(Replaces, out var id) ? new Failure(ExitCode.WrongUsage, "UploadIdWrong")
        : string.IsNullOrWhiteSpace(Reason) ? new Failure(ExitCode.WrongUsage, "ReasonMissing")
        : new IntakeOptions { AcceptWithoutFaultyRows = WithoutFaulty, Replaces = id, Reason = Reason };

    private static string Held(string type, string content) => $"data:{type};charset=utf-8,{Uri.EscapeDataString(content)}";

    private PageResult Refuse(Failure failure)
    {
        Problem = Sentence(failure);
        return Page();
    }
}
