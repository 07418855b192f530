using System.Globalization;
using Ingest.Intake;

namespace Host.Web.Pages.Desk.Uploads;

/// <summary>A report with the page that shows it.</summary>
internal sealed record FindingsOnPage(DeskPage Page, ValidationReport Report)
{
    private const int MostRows = 12;

    public string Number(long count) => count.ToString("N0", Page.Culture);

    /// <summary>Letter and heading of the column; empty where the finding is of no column.</summary>
    public static string Column(Finding finding) => finding.ColumnLetter is { } letter ? finding.Column is { } heading ? $"{letter} ({heading})" : letter : "";

    /// <summary>Column and rows in one line, for a narrow screen.</summary>
    public string Where(Finding finding)
    {
        string[] parts = [Column(finding), finding.Rows.Count > 0 ? $"{Page["Rows"]}: {Rows(finding)}" : ""];
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    /// <summary>The first rows, as the partner's own program numbers them.</summary>
    public static string Rows(Finding finding) => string.Join(", ", finding.Rows.Take(MostRows).Select(r => r.ToString(CultureInfo.InvariantCulture))) + (finding.Count > MostRows ? " …" : "");
}
