using Ingest.Catalogue;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>The pass over the records of one sheet.</summary>
internal sealed class SheetReading(CodeLists lists, ReadLimits limits, short lastQuarter, FindingLog findings, ReadTally tally, IReadOnlyList<PartnerWord> words, IRowTap? tap)
{
    private const int RowsBetweenLooks = 1024;

    private readonly RowDraft draft = new();
    private readonly CrossFieldRules cross = new(lists);
    private PersonDerivation people = new(lists, ageIsAsked: false);
    private readonly RepeatedKeys caseNumbers = new();
    private RuleCode[] problems = [];
    private int lastRead;

    public void Read(TableSource source, int sheet, BoundHeading heading, CaseWriter writer, CancellationToken ct)
    {
        using RowReader rows = source.OpenSheet(sheet);
        BoundColumn[] columns =
            [.. new ColumnBinder(lists, lastQuarter, words).Bind(heading, rows.HasSerialDates, findings).OrderBy(column => column is not ConsentColumn)];
        lastRead = columns.Max(column => column.Index);
        problems = new RuleCode[columns.Length];
        people = new PersonDerivation(lists, columns.Any(column =>
            column is AgeColumn || column.Column.To is ColumnTarget.Birth or ColumnTarget.Age or ColumnTarget.AgeClass));
        var totals = new TotalRows(heading.Profile.File, columns);
        var formulas = new Queue<CellPosition>(source.Formulas(sheet));
        bool hasConsent = columns.Any(column => column is ConsentColumn);
        bool hasCaseNumbers = columns.Any(column => column is CaseNumberColumn);
        for (int i = 0; i <= heading.HeadingRow && rows.Read(); i++)
        {
        }

        for (int looked = 0; rows.Read(); looked++)
        {
            if (looked % RowsBetweenLooks == 0)
            {
                ct.ThrowIfCancellationRequested();
            }

            ReadRow(rows, heading, columns, totals, formulas, hasConsent, hasCaseNumbers, writer);
        }

        Finish(rows, columns, writer);
    }

    private void ReadRow(
        RowReader rows,
        BoundHeading heading,
        BoundColumn[] columns,
        TotalRows totals,
        Queue<CellPosition> formulas,
        bool hasConsent,
        bool hasCaseNumbers,
        CaseWriter writer)
    {
        draft.Clear(rows.Row);
        if (IsBlank(rows, heading))
        {
            Skip(formulas, rows.Row);
            return;
        }

        if (totals.IsTotal(rows))
        {
            Skip(formulas, rows.Row);
            tally.TotalRows++;
            findings.Add(RuleCode.TotalRow, rows.Row);
            return;
        }

        for (int i = 0; i < columns.Length; i++)
        {
            problems[i] = ReadCell(rows, columns[i]);
            if (columns[i] is ConsentColumn && SetAside())
            {
                Skip(formulas, rows.Row);
                return;
            }
        }

        CheckShape(rows, heading, formulas);
        if (hasCaseNumbers && draft.CaseNumber.IsEmpty)
        {
            draft.Faulty |= findings.Add(RuleCode.CaseNumberMissing, rows.Row);
        }
        else if (hasCaseNumbers)
        {
            caseNumbers.Add(draft.CaseNumber, rows.Row);
        }

        tap?.See(rows, draft, columns, problems);
        Conclude(writer, hasConsent);
    }

    private RuleCode ReadCell(RowReader rows, BoundColumn column)
    {
        ReadOnlySpan<byte> cell = rows.Cell(column.Index);
        if (cell.Length > limits.CellBytes)
        {
            draft.Faulty |= findings.Add(RuleCode.CellTooLong, rows.Row, column.Index);
            return RuleCode.CellTooLong;
        }

        return column.Read(cell, draft, findings);
    }

    /// <summary>A record of a person who did not agree is not looked at any further, not even for mistakes.</summary>
    private bool SetAside()
    {
        switch (draft.Consent.State)
        {
            case CellState.Value when !draft.Consent.Yes:
                tally.ConsentRefused++;
                findings.Add(RuleCode.ConsentRefused, draft.Row);
                return true;
            case CellState.Unknown or CellState.NotCollected:
                tally.ConsentMissing++;
                findings.Add(RuleCode.ConsentMissing, draft.Row);
                return true;
            default:
                return false;
        }
    }

    private void CheckShape(RowReader rows, BoundHeading heading, Queue<CellPosition> formulas)
    {
        while (formulas.TryPeek(out CellPosition formula) && formula.Row <= rows.Row)
        {
            formulas.Dequeue();
            bool read = formula.Row == rows.Row && formula.Column < heading.ColumnOf.Length && heading.ColumnOf[formula.Column] >= 0;
            draft.Faulty |= read && findings.Add(RuleCode.FormulaCell, formula.Row, formula.Column);
        }

        if (rows.Width <= lastRead)
        {
            // The row breaks off before a column that is read: a line break inside a text, usually.
            draft.Faulty |= findings.Add(RuleCode.RowWidth, rows.Row);
            return;
        }

        for (int extra = heading.ColumnOf.Length; extra < rows.Width; extra++)
        {
            if (!rows.Cell(extra).IsEmpty)
            {
                draft.Faulty |= findings.Add(RuleCode.RowWidth, rows.Row);
                return;
            }
        }
    }

    private void Conclude(CaseWriter writer, bool byConsent)
    {
        DateCell registered = Better(draft.Date(ColumnTarget.Registered), draft.Date(ColumnTarget.Identified));
        cross.Check(draft, registered, findings);
        PersonFacts person = people.Derive(draft, registered);
        if (person.Problem is not RuleCode.None)
        {
            draft.Faulty |= findings.Add(person.Problem, draft.Row);
        }

        if (draft.Faulty)
        {
            tally.Faulty++;
            return;
        }

        if (writer.Add(draft, person, byConsent))
        {
            findings.Add(RuleCode.SectorWithoutForm, draft.Row);
        }

        if (tally.Accept(Better(draft.Date(ColumnTarget.Identified), draft.Date(ColumnTarget.Registered))))
        {
            findings.Add(RuleCode.YearOnly, draft.Row);
        }
    }

    private void Finish(RowReader rows, BoundColumn[] columns, CaseWriter writer)
    {
        if (rows.Fault is { } fault)
        {
            findings.Add(fault.Rule, fault.Row);
            return;
        }

        writer.Flush();
        if (tally.Records == 0)
        {
            findings.Add(RuleCode.NoRows, 0);
            return;
        }

        foreach (int row in caseNumbers.Repeated())
        {
            findings.Add(RuleCode.CaseNumberRepeated, row);
        }

        foreach (BoundColumn column in columns.Where(column => !column.EverFilled))
        {
            findings.Add(RuleCode.ColumnNeverFilled, 0, column.Index);
        }
    }

    /// <summary>The first of two dates, unless only the second is known more exactly than by its year.</summary>
    private static DateCell Better(DateCell first, DateCell second) =>
        first.Precision > DatePrecision.Year || second.Precision <= first.Precision ? first : second;

    /// <summary>No cell under a heading holds anything; numbered empty rows of a template are blank.</summary>
    private static bool IsBlank(RowReader rows, BoundHeading heading)
    {
        for (int column = 0; column < rows.Width; column++)
        {
            if ((column >= heading.Headed.Length || heading.Headed[column]) && !rows.Cell(column).Trim((byte)' ').IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private static void Skip(Queue<CellPosition> formulas, int row)
    {
        while (formulas.TryPeek(out CellPosition formula) && formula.Row <= row)
        {
            formulas.Dequeue();
        }
    }
}
