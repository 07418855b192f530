using System.Globalization;
using Ingest.Intake;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>A report with the page that shows it.</summary>
internal sealed record FindingsOnPage(DeskPage Page, ValidationReport Report)
{
    private const int MostRows = 12;

    public string Number(long count) => count.ToString("N0", Page.Culture);

    /// <summary>The first rows, as the partner's own program numbers them.</summary>
    public static string Rows(Finding finding) => string.Join(", ", finding.Rows.Take(MostRows).Select(r => r.ToString(CultureInfo.InvariantCulture))) + (finding.Count > MostRows ? " …" : "");
}
