using System.Buffers;
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

    /// <summary>What Turkish letters of windows-1254 become when a program takes them for windows-1252.</summary>
    private static readonly SearchValues<char> MisreadLetters = SearchValues.Create("ÐðÝýÞþ");

    /// <summary>The one sheet whose headings fit a profile, or the fault that stands against reading any.</summary>
    public static (int Sheet, BoundHeading? Heading, FileFault? Fault) Pick(TableSource source, ProfileCatalogue profiles)
    {
        (int Sheet, BoundHeading? Heading) found = default;
        bool misread = false;
        for (int sheet = 0; sheet < source.Sheets; sheet++)
        {
            using RowReader reader = source.OpenSheet(sheet);
            BoundHeading? heading = profiles.Recognise(FirstRows(reader, ref misread));
            if (heading is null && reader.Fault is { } fault)
            {
                return (sheet, null, fault);
            }

            if (heading is not null && found.Heading is not null)
            {
                // Reading the first alone would lose the other's records without a word.
                return (sheet, null, new FileFault(RuleCode.SheetsSeveral));
            }

            found = heading is null ? found : (sheet, heading);
        }

        return found.Heading is null
            ? (0, null, new FileFault(misread ? RuleCode.EncodingMixed : RuleCode.ShapeUnknown))
            : (found.Sheet, found.Heading, null);
    }

    private static List<string[]> FirstRows(RowReader reader, ref bool misread)
    {
        var rows = new List<string[]>();
        while (rows.Count < RowsLookedAt && reader.Read())
        {
            string[] row = new string[reader.Width];
            for (int column = 0; column < row.Length; column++)
            {
                ReadOnlySpan<byte> cell = reader.Cell(column);
                string text = cell.Length > LongestHeading ? "?" : Encoding.UTF8.GetString(cell);
                misread |= text.AsSpan().ContainsAny(MisreadLetters);
                row[column] = LabelFold.Fold(text);
            }

            rows.Add(row);
        }

        return rows;
    }
}
