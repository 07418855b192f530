using System.Text.RegularExpressions;

namespace Reports.Bulletins;

/// <summary>Reads a table of a definition.</summary>
internal static partial class DefinitionTable
{
    private static readonly string[] Populations = ["victims", "assisted", "permits", "returns", "programme", "helpline", "shelter"];

    public static BulletinTable Read(DefinitionNode node, IReadOnlyList<BulletinTable> before)
    {
        node.IsObject("id", "number", "title", "unit", "population", "weight", "where", "axes", "chart", "finding", "notes", "targets");
        var axes = ReadAxes(node.Need("axes"), before);
        return new BulletinTable(
            ReadName(node.Need("id"), Id(), "a-z 0-9 -", before.Select(t => t.Id)),
            ReadName(node.Need("number"), Number(), "T1, T2a", before.Select(t => t.Number)),
            DefinitionText.Read(node.Need("title")),
            DefinitionText.Read(node.Need("unit")),
            ReadPopulation(node.Need("population")),
            node.Find("weight")?.ReadNumber(0, 100) ?? 1,
            node.Find("where")?.Entries().Select(e => new BulletinRestriction(e.Name, e.Value.Items().Select(c => c.ReadString()))) ?? [],
            axes,
            ReadChart(node.Find("chart")),
            DefinitionFinding.Read(node.Find("finding"), axes.Count),
            node.Find("notes")?.Items().Select(DefinitionText.Read) ?? [],
            ReadTargets(node.Find("targets"), axes));
    }

    private static bool ReadTargets(DefinitionNode? node, IReadOnlyList<BulletinAxis> axes)
    {
        if (node is null || !node.ReadBool())
        {
            return false;
        }

        if (axes is not [{ Variable: "indicator", HasTotal: false }])
        {
            node.Report(BulletinProblemCode.UnexpectedValue, "axes: indicator, total: false");
        }

        return true;
    }

    private static IReadOnlyList<BulletinAxis> ReadAxes(DefinitionNode? node, IReadOnlyList<BulletinTable> before)
    {
        if (node is null)
        {
            return [];
        }

        IReadOnlyList<BulletinAxis> axes = [.. node.Items().Select(a => DefinitionAxis.Read(a, before))];

        // A sheet has rows and columns; a third axis would need a page for each of its categories.
        if (axes.Count is < 1 or > 2 || axes.Select(a => a.Column).Distinct(StringComparer.Ordinal).Count() < axes.Count)
        {
            node.Report(BulletinProblemCode.UnexpectedValue, "1 – 2");
        }

        return axes;
    }

    private static string ReadName(DefinitionNode? node, Regex shape, string expected, IEnumerable<string> taken)
    {
        var name = node?.ReadString() ?? "?";
        if (node is not null && !shape.IsMatch(name))
        {
            node.Report(BulletinProblemCode.UnexpectedValue, expected);
        }
        else if (taken.Contains(name, StringComparer.Ordinal))
        {
            node?.Report(BulletinProblemCode.RepeatedTable);
        }

        return name;
    }

    private static string ReadPopulation(DefinitionNode? node)
    {
        var name = node?.ReadString() ?? "?";
        if (node is not null && !Populations.Contains(name, StringComparer.Ordinal))
        {
            node.Report(BulletinProblemCode.UnexpectedValue, string.Join(", ", Populations));
        }

        return name;
    }

    private static BulletinChart? ReadChart(DefinitionNode? node)
    {
        if (node is null || !node.IsObject("order"))
        {
            return null;
        }

        return new BulletinChart(node.Find("order")?.ReadChoice(("table", ChartOrder.Table), ("size", ChartOrder.Size)) ?? ChartOrder.Table);
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("^[TP][0-9]{1,2}[a-z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
