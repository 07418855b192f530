using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Host.Composition;
using Host.Doors;
using Host.Outcomes;
using Host.Texts;
using Host.Web.Accounts;
using Host.Web.Wording;
using Ingest.Catalogue;
using Ingest.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>An accepted upload: its receipt, and the ways to correct it.</summary>
internal sealed class UploadModel(ReleaseDesk desk, SiteTexts texts) : DeskPage(texts)
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public StoredUpload? Upload { get; private set; }

    public IReadOnlyList<string> Receipt => [.. ReceiptDocument.Lines(Upload!.Receipt, wasKnown: false, desk.Counted, Messages.In(Language))];

    /// <summary>Quarters with records of this upload whose figures are published; they stay as they are.</summary>
    public IReadOnlyList<string> PublishedQuarters =>
        [.. Upload!.Receipt.Quarters.Select(q => q.Code).Where(q => desk.Installation.Publications.Find($"{q}.1")?.SealedAt is not null)];

    private PartnerId Partner => new(Claims.PartnerOf(User));

    public IActionResult OnGet(string number) => Load(number) ? Page() : NotFound();

    public IActionResult OnGetReceipt(string number) => Load(number)
        ? File(
            Encoding.UTF8.GetBytes(JsonSerializer.Serialize(ReceiptDocument.Of(Upload!.Receipt, wasKnown: false, desk.Counted), Style) + "\n"),
            "application/json",
            $"{Upload.Receipt.Id}.json")
        : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(string number, string? reason, CancellationToken cancellationToken)
    {
        if (!Load(number))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            Problem = Sentence(new Failure(ExitCode.WrongUsage, "ReasonMissing"));
            return Page();
        }

        var withdrawn = await desk.Intake.WithdrawAsync(Upload!.Receipt.Id, reason, Me, cancellationToken, Partner);
        if (withdrawn.Failure is { } code)
        {
            Problem = Sentence(StoreFailures.Of(code));
            return Page();
        }

        return Redirect($"/{Tongue}/desk/uploads/{Upload.Receipt.Id}");
    }

    private bool Load(string number)
    {
        Upload = UploadId.TryParse(number, out var id) && desk.Store.FindUpload(id, Partner).TryGet(out var found) ? found : null;
        return Upload is not null;
    }
}
