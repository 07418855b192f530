using System.Globalization;

namespace Reports.Bulletins;

/// <summary>Reads an axis of a table.</summary>
internal static class DefinitionAxis
{
    // Columns that the tidy file has besides the variables (command-line contract, section 1).
    private static readonly string[] Reserved = ["period", "value", "status", "Total"];

    public static BulletinAxis Read(DefinitionNode node, IReadOnlyList<BulletinTable> before)
    {
        node.IsObject("variable", "column", "level", "layout", "rowsOf", "total", "additive", "properNames", "weights");
        var variable = node.Need("variable")?.ReadString() ?? "?";
        var rowsOf = node.Find("rowsOf")?.ReadString();
        var source = rowsOf is null ? null : SourceOf(node.Find("rowsOf")!, rowsOf, variable, before);
        var layout = node.Find("layout") is { } l ? l.ReadChoice(("fixed", AxisLayout.Fixed), ("pool", AxisLayout.Pool)) : AxisLayout.Fixed;
        if (rowsOf is not null && node.Find("layout") is { } both)
        {
            both.Report(BulletinProblemCode.UnexpectedValue, "rowsOf");
        }

        return new BulletinAxis(
            variable,
            ReadColumn(node, variable),
            ReadLevel(node.Find("level"), source),
            rowsOf is null ? layout : AxisLayout.RowsOf,
            rowsOf,
            node.Find("total")?.ReadBool() ?? true,
            node.Find("additive")?.ReadBool() ?? true,
            node.Find("properNames")?.ReadBool() ?? false,
            ReadWeights(node.Find("weights")));
    }

    private static string ReadColumn(DefinitionNode node, string variable)
    {
        var column = node.Find("column")?.ReadString() ?? variable;
        if (Reserved.Contains(column, StringComparer.Ordinal))
        {
            (node.Find("column") ?? node.Find("variable"))?.Report(BulletinProblemCode.UnexpectedValue, "column");
        }

        return column;
    }

    private static BulletinAxis? SourceOf(DefinitionNode node, string id, string variable, IReadOnlyList<BulletinTable> before)
    {
        if (before.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal)) is { Axes: [{ } axis] } && string.Equals(axis.Variable, variable, StringComparison.Ordinal))
        {
            return axis;
        }

        node.Report(BulletinProblemCode.UnknownTable);
        return null;
    }

    // Unions of another table's rows are made of its categories.
    private static int ReadLevel(DefinitionNode? node, BulletinAxis? source)
    {
        var level = node?.ReadInteger(0, 9) ?? source?.Level ?? 0;
        if (source is not null && level != source.Level)
        {
            node?.Report(BulletinProblemCode.UnexpectedValue, source.Level.ToString(CultureInfo.InvariantCulture));
        }

        return level;
    }

    private static Dictionary<string, decimal> ReadWeights(DefinitionNode? node)
    {
        var weights = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (code, value) in node?.Entries() ?? [])
        {
            if (!weights.TryAdd(code, value.ReadNumber(0, 100)))
            {
                value.Report(BulletinProblemCode.RepeatedSetting);
            }
        }

        return weights;
    }
}
