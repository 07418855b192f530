using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Ingest.Templates;

/// <summary>A template as a JSON Schema (draft 2020-12) of an array of rows, for programs that make exports.</summary>
public static class TemplateSchema
{
    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="template">Which.</param>
    /// <param name="language"><c>tr</c> or <c>en</c>: of its title and of the words of lists.</param>
    public static string Write(Template template, string language)
    {
        ArgumentNullException.ThrowIfNull(template);
        var properties = new JsonObject();
        foreach (TemplateColumn column in template.Columns)
        {
            properties[column.Heading] = Property(column, language);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:reporting:profile:{template.Id}:{template.Version}",
            ["title"] = template.Label.In(language),
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = new JsonArray([.. template.Columns.Where(column => column.IsRequired).Select(column => JsonValue.Create(column.Heading))]),
                ["additionalProperties"] = false,
            },
        }.ToJsonString(Style) + "\n";
    }

    private static JsonObject Property(TemplateColumn column, string language)
    {
        var words = new JsonArray([.. column.Words.Select(word => word.In(language)).Distinct(StringComparer.Ordinal).Select(word => JsonValue.Create(word))]);
        return column.Kind switch
        {
            TemplateKind.Choices => new JsonObject
            {
                ["type"] = "string",
                ["x-separator"] = column.Separator,
                ["x-words"] = words,
            },
            TemplateKind.Choice when words.Count > 0 => new JsonObject { ["enum"] = words },
            TemplateKind.Number => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            TemplateKind.Date => new JsonObject { ["type"] = "string", ["x-date-format"] = column.DateFormat },
            _ => new JsonObject { ["type"] = "string" },
        };
    }
}
