using System.Globalization;
using System.Text;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Gate;
using Ingest.Intake;
using Ingest.Reading;
using Ingest.Rules;

namespace Ingest.Programme;

/// <summary>Reads one row of a file of figures after the other, by every rule.</summary>
internal sealed class FigureRow(
    IndicatorCatalogue catalogue,
    FigureHeading heading,
    FindingLog findings,
    int longestCell,
    short runningQuarter,
    PartnerId? partner,
    IReadOnlySet<(string Indicator, string Quarter)> standing)
{
    private const int LargestValue = 100_000_000;

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly string[] cells = new string[catalogue.Columns.Count];
    private bool isFaulty;

    /// <summary>No cell of a column that is read holds anything.</summary>
    public bool IsBlank(RowReader rows)
    {
        for (int column = 0; column < heading.ColumnOf.Length; column++)
        {
            if (heading.ColumnOf[column] >= 0 && !rows.Cell(column).Trim((byte)' ').IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>None where anything is wrong with the row.</returns>
    public ProgrammeFigure? Read(RowReader rows, IEnumerable<int> formulas)
    {
        isFaulty = false;
        Take(rows, formulas);
        string? code = Code(FigureColumn.IndicatorAt, rows.Row);
        string? quarter = ReadQuarter(rows.Row);
        int value = ReadValue(rows.Row);
        if (code is null)
        {
            return null;
        }

        Indicator indicator = catalogue[code];
        if (partner is { } id && !indicator.IsReportedBy(id))
        {
            Fault(RuleCode.IndicatorNotYours, rows.Row, FigureColumn.IndicatorAt);
        }

        SortedDictionary<string, string> by = Breakdown(indicator, rows.Row);
        if (isFaulty || quarter is null)
        {
            return null;
        }

        if (standing.Contains((code, quarter)))
        {
            Fault(RuleCode.FigureStands, rows.Row, FigureColumn.IndicatorAt);
        }

        if (!seen.Add(string.Join(' ', [code, quarter, .. by.Values])))
        {
            Fault(RuleCode.FigureRepeated, rows.Row, FigureColumn.IndicatorAt);
        }

        return isFaulty ? null : new ProgrammeFigure(code, quarter, by, value);
    }

    private void Take(RowReader rows, IEnumerable<int> formulas)
    {
        Array.Fill(cells, string.Empty);
        for (int column = 0; column < heading.ColumnOf.Length; column++)
        {
            int at = heading.ColumnOf[column];
            ReadOnlySpan<byte> cell = rows.Cell(column);
            if (at < 0)
            {
                continue;
            }

            if (cell.Length > longestCell)
            {
                Fault(RuleCode.CellTooLong, rows.Row, at);
                continue;
            }

            cells[at] = Encoding.UTF8.GetString(cell).Trim();
        }

        foreach (int column in formulas.Where(c => c < heading.ColumnOf.Length && heading.ColumnOf[c] >= 0))
        {
            Fault(RuleCode.FormulaCell, rows.Row, heading.ColumnOf[column]);
        }
    }

    private SortedDictionary<string, string> Breakdown(Indicator indicator, int row)
    {
        var by = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int at = FigureColumn.FirstBreakdown; at < cells.Length; at++)
        {
            bool isAsked = indicator.By.Contains(catalogue.Columns[at].Name);
            if (!isAsked && cells[at].Length > 0)
            {
                Fault(RuleCode.BreakdownNotAsked, row, at);
            }
            else if (isAsked && (cells[at].Length == 0 || IsNotApplicable(at)))
            {
                Fault(RuleCode.BreakdownMissing, row, at);
            }
            else if (isAsked && Code(at, row) is { } code)
            {
                by.Add(catalogue.Columns[at].Name, code);
            }
        }

        return by;
    }

    private bool IsNotApplicable(int at) =>
        catalogue.Columns[at].List!.TryFind(cells[at], out byte leaf) && catalogue.Columns[at].List!.Codes[leaf].Code == FigureColumn.NotApplicable;

    private string? Code(int at, int row)
    {
        var list = catalogue.Columns[at].List!;
        if (list.TryFind(cells[at], out byte leaf))
        {
            return list.Codes[leaf].Code;
        }

        RuleCode identifier = IdentifierScan.Find(cells[at]);
        Fault(identifier is RuleCode.None ? RuleCode.CodeUnknown : identifier, row, at);
        return null;
    }

    private string? ReadQuarter(int row)
    {
        if (!QuarterText.TryRead(cells[FigureColumn.QuarterAt], out short quarter))
        {
            Fault(RuleCode.QuarterInvalid, row, FigureColumn.QuarterAt);
            return null;
        }

        if (quarter >= runningQuarter)
        {
            Fault(RuleCode.QuarterNotOver, row, FigureColumn.QuarterAt);
        }

        return Quarter.CodeOf(quarter);
    }

    private int ReadValue(int row)
    {
        if (int.TryParse(cells[FigureColumn.ValueAt], NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= LargestValue)
        {
            return value;
        }

        Fault(RuleCode.FigureInvalid, row, FigureColumn.ValueAt);
        return 0;
    }

    private void Fault(RuleCode rule, int row, int at) => isFaulty |= findings.Add(rule, row, Array.IndexOf(heading.ColumnOf, at));
}
