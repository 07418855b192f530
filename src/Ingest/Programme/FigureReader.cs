using System.Collections.Frozen;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Intake;
using Ingest.Reading;
using Ingest.Rules;

namespace Ingest.Programme;

/// <summary>Reads a partner's file of figures from its bytes: every row by every rule, all faults at once, and no figure unless there is none.</summary>
internal sealed class FigureReader(IndicatorCatalogue catalogue, RuleBook rules, TimeProvider clock, ReadLimits limits)
{
    /// <summary>Name of the shape in reports.</summary>
    public const string Shape = "indicators";

    /// <summary>For a reader that knows of no other upload.</summary>
    public static readonly IReadOnlySet<(string Indicator, string Quarter)> NothingStands = FrozenSet<(string, string)>.Empty;

    public const int ShapeVersion = 1;

    /// <summary>None where the file holds no figures of indicators by its headings.</summary>
    public FigureHeading? Find(OpenedFile file) => file.Table is { } source ? FigureHeading.Find(source, catalogue.Columns) : null;

    /// <param name="source">The opened table.</param>
    /// <param name="heading">What was found in it.</param>
    /// <param name="partner">Whose it is; none in the partner's own network.</param>
    /// <param name="standing">Indicators and quarters that stand in other uploads of the partner.</param>
    /// <param name="ct">Cancels between rows.</param>
    public FigureReading Read(
        TableSource source, FigureHeading heading, PartnerId? partner, IReadOnlySet<(string Indicator, string Quarter)> standing, CancellationToken ct)
    {
        var findings = new FindingLog(rules);
        var figures = new List<ProgrammeFigure>();
        int records = 0;
        int faulty = 0;
        if (heading.Fault is not RuleCode.None)
        {
            findings.Add(heading.Fault, 0, heading.FaultColumn);
        }
        else
        {
            Unread(heading, source, findings);
            short today = Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            var row = new FigureRow(catalogue, heading, findings, limits.CellBytes, today, partner, standing);
            var formulas = source.Formulas(heading.Sheet).ToLookup(cell => cell.Row, cell => cell.Column);
            using RowReader rows = source.OpenSheet(heading.Sheet);
            for (int i = 0; i <= heading.Row && rows.Read(); i++)
            {
            }

            while (rows.Read())
            {
                ct.ThrowIfCancellationRequested();
                if (row.IsBlank(rows))
                {
                    continue;
                }

                records++;
                if (row.Read(rows, formulas[rows.Row]) is { } figure)
                {
                    figures.Add(figure);
                }
                else
                {
                    faulty++;
                }
            }

            if (rows.Fault is { } fault)
            {
                findings.Add(fault.Rule, fault.Row);
            }
            else if (records == 0)
            {
                findings.Add(RuleCode.NoRows, 0);
            }
        }

        // A total whose parts came in only in part would be wrong.
        ValidationReport report = Report(source, heading, findings, figures, records, faulty);
        return new FigureReading(report, report.IsAcceptable ? figures : []);
    }

    private static void Unread(FigureHeading heading, TableSource source, FindingLog findings)
    {
        using RowReader rows = source.OpenSheet(heading.Sheet);
        for (int i = 0; i <= heading.Row; i++)
        {
            rows.Read();
        }

        foreach (int column in Enumerable.Range(0, heading.ColumnOf.Length))
        {
            if (heading.ColumnOf[column] < 0 && !rows.Cell(column).IsEmpty)
            {
                findings.Add(RuleCode.ColumnUnmapped, 0, column);
            }
        }
    }

    private ValidationReport Report(
        TableSource source, FigureHeading heading, FindingLog findings, List<ProgrammeFigure> figures, int records, int faulty) => new()
    {
        Dialect = source.Dialect,
        Profile = Shape,
        ProfileVersion = ShapeVersion,
        Records = records,
        Accepted = faulty == 0 ? figures.Count : 0,
        Faulty = faulty,
        Quarters = faulty > 0 ? [] : [.. figures.GroupBy(f => f.Quarter, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new QuarterCount(g.Key, g.Count()))],
        Findings = [.. findings.All().Select(found => Finding(found.Rule, found.Column, found.Count, found.Rows, heading))],
    };

    private Finding Finding(Rule rule, int column, long count, IReadOnlyList<int> rows, FigureHeading heading)
    {
        FigureColumn? known = column >= 0 && column < heading.ColumnOf.Length && heading.ColumnOf[column] >= 0 ? catalogue.Columns[heading.ColumnOf[column]] : null;
        return new Finding(
            rule.Code,
            rule.Severity,
            rule.Text,
            known?.Label.En,
            column < 0 ? null : ColumnLetter.Of(column),
            known?.List is { } list && rule.Code is RuleCode.CodeUnknown or RuleCode.BreakdownMissing ? ExpectedDomain.Codes(known!.List!) : null,
            count,
            rows);
    }
}
