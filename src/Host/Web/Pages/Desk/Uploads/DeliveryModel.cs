using System.Text;
using System.Text.Json;
using Host.Web.Accounts;
using Host.Web.Wording;
using Host.Workflow;
using Ingest.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>What became of a file that was handed in: accepted, with the number of its receipt, or what to mend.</summary>
internal sealed class DeliveryModel(DeliveryTable deliveries, SiteTexts texts) : DeskPage(texts)
{
    public DeliveryRow? Delivery { get; private set; }

    /// <summary>Number of the upload; null where it was not accepted.</summary>
    public string? Upload { get; private set; }

    /// <summary>The same bytes had been accepted before.</summary>
    public bool WasKnown { get; private set; }

    /// <summary>What was found; null where the same bytes had been accepted before.</summary>
    public ValidationReport? Report { get; private set; }

    public IActionResult OnGet(string id) => Load(id) ? Page() : NotFound();

    /// <summary>The findings as a file: <c>csv</c>, <c>json</c> or <c>txt</c>.</summary>
    public IActionResult OnGetReport(string id, string? format)
    {
        if (!Load(id) || Report is null)
        {
            return NotFound();
        }

        return format switch
        {
            "csv" => File(ReportCsv.Write(Report, Tongue), "text/csv; charset=utf-8", $"{id}.csv"),
            "json" => File(Encoding.UTF8.GetBytes(ReportJson.Write(Report)), "application/json", $"{id}.json"),
            "txt" => File(Encoding.UTF8.GetBytes(new ReportText(ReportTexts.Load(), Tongue).Write(Report)), "text/plain; charset=utf-8", $"{id}.txt"),
            _ => NotFound(),
        };
    }

    private bool Load(string id)
    {
        Delivery = deliveries.Find(Claims.PartnerOf(User), id);
        if (Delivery?.Answer is not { } answer)
        {
            return false;
        }

        using var document = JsonDocument.Parse(answer);
        var root = document.RootElement;
        if (Delivery.State == "rejected")
        {
            Report = ReportJson.Read(root.GetRawText());
            return true;
        }

        Upload = root.GetProperty("upload").GetString();
        WasKnown = root.GetProperty("alreadyAccepted").GetBoolean();
        Report = root.TryGetProperty("report", out var report) ? ReportJson.Read(report.GetRawText()) : null;
        return true;
    }
}
