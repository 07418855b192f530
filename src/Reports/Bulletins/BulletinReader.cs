using System.Text.Json;
using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>Reads a bulletin definition and checks it: a setting that does not exist is an error, never ignored.</summary>
public static class BulletinReader
{
    /// <summary>Reads a definition from UTF-8 JSON.</summary>
    /// <returns>The definition, or every problem found.</returns>
    public static BulletinReading Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return BulletinReading.Failed([new BulletinProblem(BulletinProblemCode.NotJson, "$", string.Empty)]);
        }
    }

    private static BulletinReading Read(JsonElement root)
    {
        var problems = new List<BulletinProblem>();
        var node = new DefinitionNode(root, "$", problems);
        if (IsNewer(root))
        {
            node.Find("schemaVersion")!.Report(BulletinProblemCode.NewerSchema);
            return BulletinReading.Failed(problems);
        }

        node.IsObject("schemaVersion", "id", "grain", "title", "imprint", "tables");
        node.Need("schemaVersion")?.ReadInteger(1, BulletinDefinition.SchemaVersion);
        var id = node.Need("id")?.ReadString() ?? "?";
        var grain = node.Need("grain")?.ReadChoice(("quarter", BulletinGrain.Quarter), ("year", BulletinGrain.Year)) ?? BulletinGrain.Quarter;
        var title = DefinitionText.Read(node.Need("title"));
        var imprint = ReadImprint(node.Need("imprint"));
        var tables = new List<BulletinTable>();
        foreach (var table in node.Need("tables")?.Items() ?? [])
        {
            tables.Add(DefinitionTable.Read(table, tables));
        }

        return problems.Count > 0
            ? BulletinReading.Failed(problems)
            : BulletinReading.Of(new BulletinDefinition(id, grain, title, imprint, tables));
    }

    private static BulletinImprint ReadImprint(DefinitionNode? node)
    {
        node?.IsObject("publisher", "statistician", "contact");
        return new BulletinImprint(
            DefinitionText.Read(node?.Need("publisher")),
            DefinitionText.Read(node?.Need("statistician")),
            node?.Need("contact")?.ReadString() ?? "?");
    }

    private static bool IsNewer(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("schemaVersion", out var version)
        && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var number)
        && number > BulletinDefinition.SchemaVersion;
}
