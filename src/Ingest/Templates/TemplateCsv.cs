using CsvHelper;

namespace Ingest.Templates;

/// <summary>A template as a CSV file: its heading row, UTF-8 with a mark so that spreadsheets read its letters.</summary>
public static class TemplateCsv
{
    /// <param name="template">Which.</param>
    /// <param name="language"><c>tr</c> or <c>en</c>; Turkish spreadsheets part cells by semicolons.</param>
    public static byte[] Write(Template template, string language)
    {
        ArgumentNullException.ThrowIfNull(template);
        using var memory = new MemoryStream();
        using (CsvWriter csv = CsvWriter.Create(memory, new CsvWriterOptions { Separator = language == "tr" ? ';' : ',', WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord([.. template.Columns.Select(column => column.Heading.In(language))]);
        }

        return memory.ToArray();
    }
}
