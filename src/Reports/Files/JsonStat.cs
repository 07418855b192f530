using System.Text.Json;
using Publication.Tables;
using Reports.Bulletins;
using Reports.Wording;

namespace Reports.Files;

/// <summary>
/// A table as a JSON-stat 2.0 dataset, which statistical packages read: a dimension <c>period</c> of one category, one for each axis, values in row-major
/// order. A value is null unless the cell is shown; <c>status</c> then holds the letter of its mark.
/// </summary>
internal static class JsonStat
{
    private const string Period = "period";

    public static byte[] Write(ReportSource source, ReportTable table, Language language) => CanonicalJson.Write(json =>
    {
        var design = table.Design;
        string[] names = [Period, .. design.Axes.Select((_, a) => TidyColumns.NameOf(design, table.Declared, a))];
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", $"{table.Title.In(language)}, {Periods.Name(source.Period, language)}");
        json.WriteString("source", source.Bulletin.Imprint.Publisher.In(language));
        json.WriteString("updated", source.Header.PublicationDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.Write("id", names);
        json.WriteStartArray("size");
        json.WriteNumberValue(1);
        foreach (var axis in design.Axes)
        {
            json.WriteNumberValue(axis.Rows.Count);
        }

        json.WriteEndArray();
        json.WriteStartObject("role");
        json.Write("time", [Period]);
        json.WriteEndObject();
        json.WriteStartObject("dimension");
        WriteDimension(json, Period, Words.Of(Word.Period, language), [(source.Period.ToString(), Periods.Name(source.Period, language))]);
        for (var a = 0; a < design.Axes.Count; a++)
        {
            WriteDimension(json, names[a + 1], design.Axes[a].Label.In(language), [.. design.Axes[a].Rows.Select(r => (r.Code, r.Label.In(language)))]);
        }

        json.WriteEndObject();
        WriteCells(json, table.Published);
        WriteExtension(json, source, table, names, language);
    });

    private static void WriteDimension(Utf8JsonWriter json, string name, string label, IReadOnlyList<(string Code, string Label)> categories)
    {
        json.WriteStartObject(name);
        json.WriteString("label", label);
        json.WriteStartObject("category");
        json.Write("index", categories.Select(c => c.Code));
        json.WriteStartObject("label");
        foreach (var category in categories)
        {
            json.WriteString(category.Code, category.Label);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, PublishedTable table)
    {
        json.WriteStartArray("value");
        foreach (var cell in table.Cells)
        {
            if (cell.IsShown)
            {
                json.WriteNumberValue(cell.Value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("status");
        for (var i = 0; i < table.Cells.Count; i++)
        {
            if (!table.Cells[i].IsShown)
            {
                json.WriteString(i.ToString(System.Globalization.CultureInfo.InvariantCulture), CellStatus.Of(table.Cells[i].State));
            }
        }

        json.WriteEndObject();
    }

    // What the format has no place for: which release this is, what the marks mean, what a pooled row counts, and why the table is as coarse as it is.
    private static void WriteExtension(Utf8JsonWriter json, ReportSource source, ReportTable table, string[] names, Language language)
    {
        json.WriteStartObject("extension");
        json.WriteString("release", source.Header.Id);
        json.WriteString("table", table.Id);
        json.WriteString("unit", table.Unit.In(language));
        json.WriteString("reason", table.Published.Reason.In(language));
        json.Write("notes", (table.Declared?.Notes ?? []).Select(n => n.In(language)));
        json.WriteStartObject("status");
        json.WriteStartObject("label");
        json.WriteString(CellStatus.Hidden, Words.Of(Word.MarkHidden, language));
        json.WriteString(CellStatus.NotApplicable, Words.Of(Word.MarkNotApplicable, language));
        json.WriteString(CellStatus.NotAvailable, Words.Of(Word.MarkNotAvailable, language));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("members");
        for (var a = 0; a < table.Design.Axes.Count; a++)
        {
            json.WriteStartObject(names[a + 1]);
            foreach (var row in table.Design.Axes[a].Rows.Where(r => r.IsPooled))
            {
                json.Write(row.Code, row.Members);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
