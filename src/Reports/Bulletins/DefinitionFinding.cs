using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>Reads a finding of a table.</summary>
internal static class DefinitionFinding
{
    public static BulletinFinding? Read(DefinitionNode? node, int axes)
    {
        if (node is null || !node.IsObject("kind", "axis", "rows", "text", "among", "keyResult"))
        {
            return null;
        }

        var kind = node.Need("kind")?.ReadChoice(("row", FindingKind.Row), ("largest", FindingKind.Largest), ("split", FindingKind.Split), ("largestCell", FindingKind.LargestCell))
            ?? FindingKind.Row;
        var among = node.Find("among") is { } a ? DefinitionText.ReadTemplate(a) : null;
        if (kind is FindingKind.Largest or FindingKind.LargestCell == among is null)
        {
            (node.Find("among") ?? node).Report(BulletinProblemCode.UnexpectedValue, "among");
        }

        if (kind == FindingKind.LargestCell && axes != 2)
        {
            node.Find("kind")?.Report(BulletinProblemCode.UnexpectedValue, "row, largest, split");
        }

        return new BulletinFinding(
            kind,
            node.Find("axis")?.ReadInteger(0, Math.Max(axes - 1, 0)) ?? 0,
            ReadRows(node, kind),
            DefinitionText.ReadTemplate(node.Need("text")),
            among,
            node.Find("keyResult")?.ReadBool() ?? false);
    }

    private static IReadOnlyList<string> ReadRows(DefinitionNode node, FindingKind kind)
    {
        IReadOnlyList<string> rows = [.. node.Find("rows")?.Items().Select(r => r.ReadString()) ?? []];
        var fits = kind switch
        {
            FindingKind.Row => rows.Count == 1,
            FindingKind.Split => rows.Count > 1,
            FindingKind.Largest or FindingKind.LargestCell => rows.Count == 0,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        if (!fits)
        {
            (node.Find("rows") ?? node).Report(BulletinProblemCode.UnexpectedValue, "rows");
        }

        return rows;
    }
}
