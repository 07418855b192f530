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
        var rowsOf = ReadRowsOf(node.Find("rowsOf"), variable, before);
        var layout = node.Find("layout") is { } l ? l.ReadChoice(("fixed", AxisLayout.Fixed), ("pool", AxisLayout.Pool)) : AxisLayout.Fixed;
        if (rowsOf is not null && node.Find("layout") is { } both)
        {
            both.Report(BulletinProblemCode.UnexpectedValue, "rowsOf");
        }

        return new BulletinAxis(
            variable,
            ReadColumn(node, variable),
            node.Find("level")?.ReadInteger(0, 9) ?? 0,
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

    private static string? ReadRowsOf(DefinitionNode? node, string variable, IReadOnlyList<BulletinTable> before)
    {
        if (node?.ReadString() is not { } id)
        {
            return null;
        }

        var source = before.FirstOrDefault(t => string.Equals(t.Id, id, StringComparison.Ordinal));
        if (source is not { Axes: [{ } axis] } || !string.Equals(axis.Variable, variable, StringComparison.Ordinal))
        {
            node.Report(BulletinProblemCode.UnknownTable);
        }

        return id;
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
