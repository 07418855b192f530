using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Ingest.Schema;

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
            properties[column.Heading.In(language)] = Property(column, language);
        }

        var row = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. template.Columns.Where(column => column.IsRequired).Select(column => JsonValue.Create(column.Heading.In(language)))]),
            ["additionalProperties"] = false,
        };
        TemplateColumn[] dependent = [.. template.Columns.Where(column => column.OnlyFor.Count > 0)];
        if (dependent.Length > 0)
        {
            row["allOf"] = new JsonArray([.. dependent.Select(column => Dependence(template.Columns[0].Heading.In(language), column, language))]);
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"urn:reporting:profile:{template.Id}:{template.Version}",
            ["title"] = template.Label.In(language),
            ["type"] = "array",
            ["items"] = row,
        }.ToJsonString(Style) + "\n";
    }

    private static JsonObject Property(TemplateColumn column, string language)
    {
        var words = Words(column.Words, language);
        return column.Kind switch
        {
            TemplateKind.Choices => new JsonObject
            {
                ["type"] = "string",
                ["x-separator"] = column.Separator,
                ["x-words"] = words,
            },
            TemplateKind.Choice when words.Count > 0 => new JsonObject { ["enum"] = words },
            TemplateKind.Quarter => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-Q[1-4]$" },
            TemplateKind.Number => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
            TemplateKind.Date => new JsonObject { ["type"] = "string", ["x-date-format"] = column.DateFormat },
            _ => new JsonObject { ["type"] = "string" },
        };
    }

    /// <summary>Filled in beside some words of the first column, absent beside all others.</summary>
    private static JsonObject Dependence(string first, TemplateColumn column, string language) => new()
    {
        ["if"] = new JsonObject { ["properties"] = new JsonObject { [first] = new JsonObject { ["enum"] = Words(column.OnlyFor, language) } } },
        ["then"] = new JsonObject { ["required"] = new JsonArray(JsonValue.Create(column.Heading.In(language))) },
        ["else"] = new JsonObject { ["properties"] = new JsonObject { [column.Heading.In(language)] = false } },
    };

    private static JsonArray Words(IReadOnlyList<Label> words, string language) =>
        new([.. words.Select(word => word.In(language)).Distinct(StringComparer.Ordinal).Select(word => JsonValue.Create(word))]);
}
