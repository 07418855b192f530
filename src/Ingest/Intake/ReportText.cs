using System.Globalization;
using System.Text;
using Ingest.Rules;

namespace Ingest.Intake;

/// <summary>Writes a validation report as plain text in one language: what was read, what is wrong and where, what follows.</summary>
public sealed class ReportText(ReportTexts texts, string language)
{
    /// <summary>Lines end in <c>\n</c>.</summary>
    public string Write(ValidationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        if (report.Profile is not null)
        {
            Line(text, $"{Word("shape")}: {report.Profile} {report.ProfileVersion}");
        }

        if (report.Dialect.Length > 0)
        {
            Line(text, $"{Word("dialect")}: {report.Dialect}");
        }

        if (report.Records > 0)
        {
            Counts(text, report);
        }

        foreach (Finding finding in report.Findings)
        {
            Write(text, finding);
        }

        Line(text, $"{Word(Conclusion(report))}");
        return text.ToString();
    }

    private static string Conclusion(ValidationReport report) =>
        report.IsAcceptable ? "acceptable"
        : report.IsAcceptableWithoutFaultyRows ? "acceptableWithoutFaulty"
        : "notAcceptable";

    private void Counts(StringBuilder text, ValidationReport report)
    {
        Line(text, $"{Word("records")}: {report.Records}");
        Line(text, $"  {Word("accepted")}: {report.Accepted}");
        CountUnlessZero(text, "faulty", report.Faulty);
        CountUnlessZero(text, "consentRefused", report.ConsentRefused);
        CountUnlessZero(text, "consentMissing", report.ConsentMissing);
        CountUnlessZero(text, "yearOnly", report.YearOnly);
        CountUnlessZero(text, "totalRows", report.TotalRows);
        if (report.Quarters.Count > 0)
        {
            string quarters = string.Join(", ", report.Quarters.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Quarter} ({q.Records})")));
            Line(text, $"{Word("quarters")}: {quarters}");
        }
    }

    private void CountUnlessZero(StringBuilder text, string key, long count)
    {
        if (count > 0)
        {
            Line(text, $"  {Word(key)}: {count}");
        }
    }

    private void Write(StringBuilder text, Finding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Word(SeverityKey(finding.Severity))} {finding.Rule}");
        if (finding.ColumnLetter is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" · {Word("column")} {finding.ColumnLetter}");
            text.Append(finding.Column is null ? "" : $" ({finding.Column})");
        }

        if (finding.Rows.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" · {Word(finding.Rows.Count == 1 ? "row" : "rows")} ");
            text.AppendJoin(", ", finding.Rows.Select(row => row.ToString(CultureInfo.InvariantCulture)));
            text.Append(finding.Count > finding.Rows.Count ? ", …" : "");
        }

        if (finding.Count > 1)
        {
            text.Append(CultureInfo.InvariantCulture, $" · {finding.Count} {Word("times")}");
        }

        Line(text, $"");
        Line(text, $"  {finding.Text.In(language)}");
        if (finding.Expected is not null)
        {
            Line(text, $"  {Word("expected")}: {finding.Expected.In(language)}");
        }
    }

    private static string SeverityKey(Severity severity) => severity switch
    {
        Severity.Notice => "notice",
        Severity.Warning => "warning",
        Severity.Error => "error",
        Severity.Fatal => "fatal",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    private string Word(string key) => texts[key].In(language);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
