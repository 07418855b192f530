using System.Globalization;
using System.Text;
using Ingest.Cases;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Reading;
using Ingest.Rules;

namespace Ingest.Stripping;

/// <summary>
/// Writes what the intake would keep, and nothing else, as a CSV file of the same shape: only cells that were understood, no names, no
/// identifiers, no free text, a year of birth instead of a date.
/// </summary>
/// <remarks>
/// The year written gives the same completed age at registration as the date did, so it is the year of birth or the one after it.
/// </remarks>
internal sealed class StrippedCsvWriter(TextWriter output) : IRowTap
{
    private BoundColumn[]? kept;
    private int[] problemOf = [];

    public long CellsLeftOut { get; private set; }

    public void See(RowReader rows, RowDraft draft, IReadOnlyList<BoundColumn> columns, ReadOnlySpan<RuleCode> problems)
    {
        if (kept is null)
        {
            WriteHeadings(columns);
        }

        for (int i = 0; i < kept!.Length; i++)
        {
            output.Write(i == 0 ? "" : ",");
            if (problems[problemOf[i]] is not RuleCode.None)
            {
                CellsLeftOut++;
                continue;
            }

            WriteCell(rows, draft, kept[i]);
        }

        output.Write('\n');
    }

    private void WriteHeadings(IReadOnlyList<BoundColumn> columns)
    {
        kept = [.. columns.Where(column => column is not NameColumn and not EmptyColumn).OrderBy(column => column.Index)];
        problemOf = [.. kept.Select(column => columns.ToList().IndexOf(column))];
        output.Write(string.Join(',', kept.Select(column => Quoted(column.Column.Names[0]))));
        output.Write('\n');
    }

    private void WriteCell(RowReader rows, RowDraft draft, BoundColumn column)
    {
        output.Write(column switch
        {
            DateColumn { Column.To: ColumnTarget.Birth } => BirthYear(draft),
            DateColumn date => Written(date.Understand(rows.Cell(date.Index))),
            _ => Quoted(Encoding.UTF8.GetString(rows.Cell(column.Index)).Trim()),
        });
    }

    // A workbook's day numbers mean nothing in a text file.
    private static string Written(DateCell date) => date.Precision switch
    {
        DatePrecision.Day => date.ToDate().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Quarter => Quarter.CodeOf(date.Quarter),
        DatePrecision.Year => date.Year.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string BirthYear(RowDraft draft)
    {
        DateCell birth = draft.Date(ColumnTarget.Birth);
        DateCell registered = draft.Date(ColumnTarget.Registered) is { IsKnown: true } date ? date : draft.Date(ColumnTarget.Identified);
        if (!birth.IsKnown)
        {
            return "";
        }

        int year = registered.IsKnown ? registered.Year - PersonDerivation.YearsBetween(birth, registered) : birth.Year;
        return year.ToString(CultureInfo.InvariantCulture);
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
