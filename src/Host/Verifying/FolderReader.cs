using System.Globalization;
using System.Text.Json;
using Host.Storage;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Host.Verifying;

/// <summary>Puts the content of a release together again from the files of its published folder, so that it can be added up and its seal checked.</summary>
internal static class FolderReader
{
    private const int NewestKnown = 1;

    /// <exception cref="FolderFault">A file is missing or not as the contract says.</exception>
    /// <exception cref="NewerSchemaException">Written by a newer version of this program.</exception>
    public static (ReleaseContent Content, Seal Seal, JsonElement Release) Read(string folder)
    {
        var release = Parse(folder, "release.json");
        var tables = Parse(folder, "tables.json");
        try
        {
            RequireSchema(release, "release.json");
            RequireSchema(tables, "tables.json");
            var header = HeaderOf(release);
            var reasons = release.GetProperty("tables").EnumerateArray()
                .ToDictionary(t => t.GetProperty("id").GetString()!, t => TextOf(t.GetProperty("reason")), StringComparer.Ordinal);
            var content = new ReleaseContent(
                header,
                tables.GetProperty("variables").EnumerateArray().Select(VariableOf),
                tables.GetProperty("impossible").EnumerateArray()
                    .Select(i => new ImpossibleCombination(i.GetProperty("population").GetString()!, NodesOf(i.GetProperty("nodes")))),
                tables.GetProperty("tables").EnumerateArray().Select(t => TableOf(folder, header.Period.ToString(), t, reasons)),
                release.GetProperty("withheld").EnumerateArray()
                    .Select(w => new WithheldTable(w.GetProperty("id").GetString()!, TextOf(w.GetProperty("title")), TextOf(w.GetProperty("reason")))));
            var seal = release.GetProperty("seal");
            return (content, new Seal(seal.GetProperty("keyId").GetString()!, seal.GetProperty("mac").GetString()!), release);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // Which member it was the type alone does not say; the file is enough for who made it, and nothing of it is repeated here.
            throw new FolderFault("tables.json, release.json", "structure");
        }
    }

    private static JsonElement Parse(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            throw new FolderFault(name, "missing");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new FolderFault(name, "JSON");
        }
    }

    private static void RequireSchema(JsonElement root, string name)
    {
        var version = root.GetProperty("schemaVersion").GetInt32();
        if (version > NewestKnown)
        {
            throw new NewerSchemaException(name);
        }

        if (version < 1)
        {
            throw new FolderFault(name, "schemaVersion");
        }
    }

    private static ReleaseHeader HeaderOf(JsonElement release) => new()
    {
        Id = release.GetProperty("id").GetString()!,
        Period = ReleasePeriod.TryParse(release.GetProperty("period").GetString(), out var period) ? period : throw new FormatException(),
        Title = TextOf(release.GetProperty("title")),
        Country = release.GetProperty("country").GetString()!,
        Programme = release.GetProperty("programme").GetString()!,
        ClassificationVersion = release.GetProperty("classificationVersion").GetString()!,
        CutOff = Day(release.GetProperty("cutOff").GetString()!),
        PublicationDate = Day(release.GetProperty("publicationDate").GetString()!),
        NextPublication = release.GetProperty("nextPublication").GetString() is { } next ? Day(next) : null,
        RuleSet = new RuleSetIdentity(release.GetProperty("ruleSet").GetProperty("id").GetString()!, release.GetProperty("ruleSet").GetProperty("sha256").GetString()!),
        InputsHmac = release.GetProperty("inputs").GetString()!,
        ProductVersion = release.GetProperty("version").GetString()!,
        PartnersIncluded = release.GetProperty("partners").GetProperty("included").GetInt32(),
        PartnersExpected = release.GetProperty("partners").GetProperty("expected").GetInt32(),
    };

    private static Variable VariableOf(JsonElement variable) => new(
        variable.GetProperty("name").GetString()!,
        RoleOf(variable.GetProperty("role").GetString()!),
        TextOf(variable.GetProperty("label")),
        variable.GetProperty("leaves").EnumerateArray().Select(l => new Category(l.GetProperty("code").GetString()!, TextOf(l.GetProperty("label")))));

    private static PublishedTable TableOf(string folder, string period, JsonElement table, Dictionary<string, Text> reasons)
    {
        var id = table.GetProperty("id").GetString()!;
        var design = new TableDesign(
            id, TextOf(table.GetProperty("title")), table.GetProperty("population").GetString()!, NodesOf(table.GetProperty("where")),
            table.GetProperty("axes").EnumerateArray().Select(AxisOf));
        var name = table.GetProperty("file").GetString()!;
        if (!string.Equals(name, id + ".csv", StringComparison.Ordinal) || id.AsSpan().ContainsAny("/\\."))
        {
            throw new FolderFault("tables.json", "file");
        }

        var tidy = TidyTable.Read(Path.Combine(folder, name), period, Texts(table.GetProperty("by")));
        if (tidy.Count != design.CellCount)
        {
            throw new FolderFault(name, "cells");
        }

        var cells = Enumerable.Range(0, design.CellCount).Select(cell =>
            CellMark.Read(tidy.Find(design.Axes.Select((axis, a) => axis.Rows[design.RowOf(cell, a)].Code)) ?? throw new FolderFault(name, "cells")));
        return new PublishedTable(design, cells, reasons[id]);
    }

    private static Axis AxisOf(JsonElement axis) => new(
        axis.GetProperty("variable").GetString()!,
        TextOf(axis.GetProperty("label")),
        RoleOf(axis.GetProperty("role").GetString()!),
        axis.GetProperty("declared").EnumerateArray()
            .Select(d => new DeclaredCategory(d.GetProperty("code").GetString()!, TextOf(d.GetProperty("label")), NodeOf(d)!)),
        axis.GetProperty("rows").EnumerateArray()
            .Select(r => new AxisRow(r.GetProperty("code").GetString()!, TextOf(r.GetProperty("label")), NodeOf(r), Texts(r.GetProperty("members")))),
        axis.GetProperty("additive").GetBoolean(),
        axis.GetProperty("declaresRows").GetBoolean());

    private static Node? NodeOf(JsonElement part) =>
        part.TryGetProperty("variable", out var variable) ? new Node(variable.GetString()!, Texts(part.GetProperty("leaves"))) : null;

    private static IEnumerable<Node> NodesOf(JsonElement nodes) => nodes.EnumerateObject().Select(n => new Node(n.Name, Texts(n.Value)));

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(t => t.GetString()!)];

    private static Text TextOf(JsonElement text) => new(text.GetProperty("tr").GetString()!, text.GetProperty("en").GetString()!);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static VariableRole RoleOf(string role) => role switch
    {
        "identifying" => VariableRole.Identifying,
        "sensitive" => VariableRole.Sensitive,
        "time" => VariableRole.Time,
        "other" => VariableRole.Other,
        _ => throw new FormatException(),
    };
}
