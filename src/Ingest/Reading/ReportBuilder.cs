using Ingest.Intake;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Makes the report of a reading out of what was counted and found.</summary>
internal sealed class ReportBuilder(FindingLog findings, CodeLists lists)
{
    public string Dialect { get; set; } = "";

    public BoundHeading? Heading { get; set; }

    public ReadTally Tally { get; } = new();

    public ValidationReport Build() => new()
    {
        Dialect = Dialect,
        Profile = Heading?.Profile.Id,
        ProfileVersion = Heading?.Profile.File.Version ?? 0,
        Records = Tally.Records,
        Accepted = Tally.Accepted,
        Faulty = Tally.Faulty,
        ConsentRefused = Tally.ConsentRefused,
        ConsentMissing = Tally.ConsentMissing,
        YearOnly = Tally.YearOnly,
        TotalRows = Tally.TotalRows,
        Quarters = Tally.Quarters,
        Findings = [.. findings.All().Select(found => Finding(found.Rule, found.Column, found.Count, found.Rows))],
    };

    private Finding Finding(Rule rule, int column, long count, IReadOnlyList<int> rows)
    {
        ProfileColumn? known = Known(column);
        return new Finding(
            rule.Code,
            rule.Severity,
            rule.Text,
            known?.Name,
            column < 0 ? null : ColumnLetter.Of(column),
            ExpectedDomain.Of(rule.Code, known, Heading?.Profile.File, lists),
            count,
            rows);
    }

    private ProfileColumn? Known(int column) =>
        Heading is not null && column >= 0 && column < Heading.ColumnOf.Length && Heading.ColumnOf[column] >= 0
            ? Heading.Profile.Columns[Heading.ColumnOf[column]]
            : null;
}
