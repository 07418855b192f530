using System.Text;
using Host.Security;
using Host.Web.Accounts;
using Host.Web.Wording;
using Ingest.Intake;
using Ingest.Templates;
using Microsoft.AspNetCore.Mvc;

namespace Host.Web.Pages.Desk.Templates;

/// <summary>Empty files of every shape, to be filled by hand or by a program.</summary>
internal sealed class TemplatesModel(TemplateCatalogue catalogue, SiteTexts texts) : DeskPage(texts)
{
    /// <summary>Of cases, then of figures: to a partner those of its own indicators.</summary>
    public IReadOnlyList<Template> All => [.. catalogue.All, .. Figures is { } figures ? [figures] : Array.Empty<Template>()];

    private Template? Figures => catalogue.Figures(Claims.Has(User, Role.Partner) ? new PartnerId(Claims.PartnerOf(User)) : null);

    /// <summary>A template as a file: <c>xlsx</c>, <c>csv</c> or <c>json</c>.</summary>
    public IActionResult OnGetFile(string? id, string? format) => All.FirstOrDefault(t => t.Id == id) is not { } template ? NotFound() : format switch
    {
        "xlsx" => File(TemplateWorkbook.Write(template, Tongue), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{template.Id}.xlsx"),
        "csv" => File(TemplateCsv.Write(template, Tongue), "text/csv; charset=utf-8", $"{template.Id}.csv"),
        "json" => File(Encoding.UTF8.GetBytes(TemplateSchema.Write(template, Tongue)), "application/schema+json", $"{template.Id}.schema.json"),
        _ => NotFound(),
    };
}
