using System.Text.Json;
using Publication.Releases;
using Publication.Tables;
using Reports.Bulletins;

namespace Reports.Files;

/// <summary>
/// The file <c>tables.json</c>: the structure of every table, so that a program can read the CSV files and add up: columns, restriction,
/// rows with what they count, the meaning of the marks, and what is declared impossible.
/// </summary>
internal static class TablesJson
{
    private const int SchemaVersion = 1;

    public static byte[] Write(ReleaseContent content, BulletinDefinition bulletin) => CanonicalJson.Write(json =>
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("period", content.Header.Period.ToString());
        WriteMarks(json);
        WriteVariables(json, content);
        WriteImpossible(json, content);
        json.WriteStartArray("tables");
        foreach (var table in content.Tables)
        {
            WriteTable(json, table.Design, bulletin.FindTable(table.Design.Id));
        }

        json.WriteEndArray();
    });

    private static void WriteMarks(Utf8JsonWriter json)
    {
        // Zeros are shown but may be hidden, so a hidden cell may be zero: a public fact.
        json.WriteString("zeros", "free");
        json.WriteStartObject("marks");
        json.WriteString(string.Empty, "shown");
        json.WriteString(CellStatus.Hidden, "hidden");
        json.WriteString(CellStatus.NotApplicable, "not applicable");
        json.WriteString(CellStatus.NotAvailable, "not available");
        json.WriteEndObject();
    }

    private static void WriteVariables(Utf8JsonWriter json, ReleaseContent content)
    {
        json.WriteStartArray("variables");
        foreach (var variable in content.Variables)
        {
            json.WriteStartObject();
            json.WriteString("name", variable.Name);
            json.WriteString("role", RoleOf(variable.Role));
            json.Write("label", variable.Label);
            json.WriteStartArray("leaves");
            foreach (var leaf in variable.Leaves)
            {
                json.WriteStartObject();
                json.WriteString("code", leaf.Code);
                json.Write("label", leaf.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteImpossible(Utf8JsonWriter json, ReleaseContent content)
    {
        json.WriteStartArray("impossible");
        foreach (var combination in content.Impossible)
        {
            json.WriteStartObject();
            json.WriteString("population", combination.Population);
            WriteNodes(json, "nodes", combination.Nodes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, TableDesign design, BulletinTable? declared)
    {
        json.WriteStartObject();
        json.WriteString("id", design.Id);
        json.WriteString("file", $"{design.Id}.csv");
        json.Write("title", design.Title);
        json.WriteString("population", design.Population);
        json.Write("by", design.Axes.Select((_, a) => TidyColumns.NameOf(design, declared, a)));
        WriteNodes(json, "where", design.Where);
        json.WriteStartObject("levels");
        for (var a = 0; declared is not null && a < declared.Axes.Count; a++)
        {
            json.WriteNumber(declared.Axes[a].Column, declared.Axes[a].Level);
        }

        json.WriteEndObject();

        // No group stands beside its members, so rows need no hierarchy: what a row counts is in its leaves.
        json.WriteStartObject("parents");
        json.WriteEndObject();
        json.Write("noTotal", design.Axes.Select((axis, a) => (axis, a)).Where(x => !x.axis.Rows.Any(r => r.IsTotal)).Select(x => TidyColumns.NameOf(design, declared, x.a)));
        json.WriteStartArray("axes");
        for (var a = 0; a < design.Axes.Count; a++)
        {
            WriteAxis(json, design.Axes[a], TidyColumns.NameOf(design, declared, a));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAxis(Utf8JsonWriter json, Axis axis, string column)
    {
        json.WriteStartObject();
        json.WriteString("column", column);
        json.WriteString("variable", axis.Variable);
        json.WriteString("role", RoleOf(axis.Role));
        json.Write("label", axis.Label);
        json.WriteBoolean("additive", axis.IsAdditive);
        json.WriteBoolean("declaresRows", axis.DeclaresRows);
        json.WriteStartArray("declared");
        foreach (var category in axis.Declared)
        {
            json.WriteStartObject();
            json.WriteString("code", category.Code);
            json.Write("label", category.Label);
            WriteNode(json, category.Node);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in axis.Rows)
        {
            json.WriteStartObject();
            json.WriteString("code", row.Code);
            json.Write("label", row.Label);
            json.Write("members", row.Members);
            if (row.Node is { } node)
            {
                WriteNode(json, node);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, Node node)
    {
        json.WriteString("variable", node.Variable);
        json.Write("leaves", node.Leaves);
    }

    private static void WriteNodes(Utf8JsonWriter json, string name, IEnumerable<Node> nodes)
    {
        json.WriteStartObject(name);
        foreach (var node in nodes.OrderBy(n => n.Variable, StringComparer.Ordinal))
        {
            json.Write(node.Variable, node.Leaves);
        }

        json.WriteEndObject();
    }

    private static string RoleOf(VariableRole role) => role switch
    {
        VariableRole.Identifying => "identifying",
        VariableRole.Sensitive => "sensitive",
        VariableRole.Time => "time",
        VariableRole.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
