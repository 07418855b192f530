using System.Text;
using Ingest.Formats;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Finds the sheet and the heading rows by which a file is recognised.</summary>
internal static class SheetPicker
{
    /// <summary>Titles and field names may stand above the headings.</summary>
    private const int RowsLookedAt = 6;

    /// <summary>Longer cells are no headings; folding them would be work for an attacker to order.</summary>
    private const int LongestHeading = 512;

    /// <summary>The first sheet whose headings fit a profile, or the fault that stands against reading any.</summary>
    public static (int Sheet, BoundHeading? Heading, FileFault? Fault) Pick(TableSource source, ProfileCatalogue profiles)
    {
        for (int sheet = 0; sheet < source.Sheets; sheet++)
        {
            using RowReader reader = source.OpenSheet(sheet);
            var rows = new List<string[]>();
            while (rows.Count < RowsLookedAt && reader.Read())
            {
                string[] row = new string[reader.Width];
                for (int column = 0; column < row.Length; column++)
                {
                    ReadOnlySpan<byte> cell = reader.Cell(column);
                    row[column] = cell.Length > LongestHeading ? "?" : LabelFold.Fold(Encoding.UTF8.GetString(cell));
                }

                rows.Add(row);
            }

            if (profiles.Recognise(rows) is { } heading)
            {
                return (sheet, heading, null);
            }

            if (reader.Fault is { } fault)
            {
                return (sheet, null, fault);
            }
        }

        return (0, null, new FileFault(RuleCode.ShapeUnknown));
    }
}
