namespace Host.Tests.Attacking.Corpus;

/// <summary>Subtotals: by indent, by label, by arithmetic alone, in columns of their own, in sections.</summary>
internal static class Hierarchies
{
    public static IEnumerable<Shape> All =>
    [
        new("indented districts under their region", (draw, leaks) =>
        {
            var table = Districts(draw);
            var other = leaks ? "Elm" : "Birch";
            table.Hide("[c]", ["Ash", "Women"], ["Ash", "Men"], [other, "Women"], [other, "Men"]);
            return new MadeUpPublication()
                .Xlsx("districts.xlsx", new Grid("Table 1").Row("Table 1: Cases by district").Wide(table, "Area", indent: true)).Prints("districts.xlsx", table);
        }),
        new("subtotals below their members", (draw, leaks) =>
        {
            var axis = new Axis("County", [
                ("Avon", []), ("Bute", []), ("Clare", []), ("North total", ["Avon", "Bute", "Clare"]), ("Dorset", []), ("Essex", []), ("Fife", []),
                ("South total", ["Dorset", "Essex", "Fife"]), ("Grand total", ["North total", "South total"])]);
            var table = new Crossing([axis, Axis.Of("Age", "Total", "Child", "Adult")], _ => draw.Count(3, 17));
            var other = leaks ? "Fife" : "Clare";
            table.Hide("x", ["Avon", "Child"], ["Avon", "Adult"], [other, "Child"], [other, "Adult"]);
            return new MadeUpPublication().Csv("counties.csv", new Grid("").Wide(table)).Prints("counties.csv", table);
        }),
        new("groups that only arithmetic shows", (draw, leaks) =>
        {
            var table = new Crossing(
                [
                    Axis.Grouped("Exploitation", "Total", ("Labour", ["Farms", "Sites", "Homes"]), ("Sexual", ["Street", "Online"]), ("Other forms", ["Begging", "Crime", "Organs"])),
                    Axis.Of("Sex", "Total", "Women", "Men"),
                ],
                _ => draw.Count(4, 19));
            table.Hide("c", ["Farms", "Women"], ["Farms", "Men"]);
            table.Hide("c", leaks ? [["Begging", "Women"], ["Begging", "Men"]] : [["Homes", "Women"], ["Homes", "Men"]]);
            return new MadeUpPublication().Csv("exploitation.csv", new Grid("").Wide(table)).Prints("exploitation.csv", table);
        }),
        new("region and district in two columns", (draw, leaks) =>
        {
            var table = Districts(draw);
            var other = leaks ? "Elm" : "Birch";
            table.Hide("*", ["Ash", "Women"], ["Ash", "Men"], [other, "Women"], [other, "Men"]);
            var grid = new Grid("Data").Row("Region", "District", "Women", "Men", "Total");
            foreach (var (label, parts) in table.Axes[0].Items)
            {
                var region = label == "Total" ? "Total" : parts.Length > 0 ? label : "";
                grid.Row([region, parts.Length > 0 ? "Total" : label, .. table.Axes[1].Labels.Select(c => table[label, c].Printed)]);
            }

            return new MadeUpPublication().Xlsx("two-columns.xlsx", grid).Prints("two-columns.xlsx", table);
        }),
        new("sections that count the same people", (draw, leaks) =>
        {
            int[] all = [draw.Count(24, 40), draw.Count(24, 40)];
            var women = all.Select(a => draw.Count(3, a - 3)).ToArray();
            var children = all.Select(a => draw.Count(3, a - 3)).ToArray();
            var bySex = Part(["Women", "Men"], "All persons", all, women);
            var byAge = Part(["Children", "Adults"], "All persons", all, children);
            bySex.Hide("c", ["Women", "2022"]);
            bySex.Hide("c", leaks ? [] : [["Men", "2022"]]);
            byAge.Hide("c", ["Children", "2023"], ["Adults", "2023"]);
            var grid = new Grid("Victims").Row("Victims identified").Row("", "2022", "2023").Row(["All persons", .. Years.Select(y => bySex["All persons", y].Printed)]).Row("By sex");
            foreach (var label in new[] { "Women", "Men" })
            {
                grid.Row([label, .. Years.Select(y => bySex[label, y].Printed)]);
            }

            grid.Row("By age");
            foreach (var label in new[] { "Children", "Adults" })
            {
                grid.Row([label, .. Years.Select(y => byAge[label, y].Printed)]);
            }

            return new MadeUpPublication().Xlsx("sections.xlsx", grid).Prints("sections.xlsx", bySex).Prints("sections.xlsx", byAge);
        }),
    ];

    private static string[] Years => ["2022", "2023"];

    private static Crossing Part(string[] labels, string total, int[] all, int[] first) => new(
        [Axis.Of("Group", total, labels), Axis.Leaves("Year", Years)],
        cell => Array.IndexOf(Years, cell[1]) is var y && cell[0] == labels[0] ? first[y] : all[y] - first[y]);

    private static Crossing Districts(Draw draw) => new(
        [Axis.Grouped("Area", "Total", ("North", ["Ash", "Birch", "Cedar"]), ("South", ["Elm", "Fir", "Hazel"])), Axis.Of("Sex", "Total", "Women", "Men")],
        _ => draw.Count(3, 16));
}
