namespace Host.Tests.Attacking.Corpus;

/// <summary>Publications that are safe one by one: linked tables, totals printed elsewhere, editions, periods, shares and changes.</summary>
internal static class Together
{
    public static IEnumerable<Shape> All =>
    [
        new("linked tables with a total that only one hides", (draw, leaks) =>
        {
            var bySex = new Crossing([Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(4, 14));
            var byAge = new Crossing(
                [Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Age", "Total", "Child", "Adult")],
                c => bySex[c[0], "Total"].Truth is var all && c[1] == "Child" ? all / 3 : all - (all / 3));
            bySex.Hide("c", ["North", "Women"], ["North", "Total"], ["South", "Women"], ["South", "Total"]);
            byAge.Hide("c", leaks ? [] : [["North", "Child"], ["North", "Total"], ["South", "Child"], ["South", "Total"]]);
            var made = new MadeUpPublication().Csv("by-sex.csv", new Grid("").Wide(bySex)).Csv("by-age.csv", new Grid("").Wide(byAge))
                .Prints("by-sex.csv", bySex).Prints("by-age.csv", byAge);
            foreach (var region in new[] { "North", "South", "East", "Total" })
            {
                made.Same(bySex[region, "Total"], byAge[region, "Total"]);
            }

            return made;
        }),
        new("margins of what is shown, true totals elsewhere", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Sector", "Total", "Farms", "Sea", "Homes")], _ => draw.Count(3, 12));
            table.Hide("c", ["North", "Farms"]);
            table.Hide("c", leaks ? [] : [["North", "Sea"]]);
            var shown = new Crossing(table.Axes, c => table[c].IsHidden ? 0 : table[c].Truth);
            var grid = new Grid("").Row(["Region", .. table.Axes[1].Labels]);
            foreach (var row in table.Axes[0].Labels)
            {
                grid.Row([row, .. table.Axes[1].Labels.Select(c => table[row, c].IsHidden ? "c" : shown[row, c].Printed)]);
            }

            // The margins of this table add up what it shows: nothing but the other file tells how many there are in a region.
            var regions = new Crossing([table.Axes[0], Axis.Leaves("Column", "Persons")], c => table[c[0], "Total"].Truth);
            var made = new MadeUpPublication().Csv("crossed.csv", grid).Csv("regions.csv", new Grid("").Wide(regions, "Region")).Lists("crossed.csv", table);
            foreach (var region in table.Axes[0].LeavesOf("Total"))
            {
                made.Knows(table[region, "Total"], [.. table.Axes[1].LeavesOf("Total").Select(s => table[region, s])]);
            }

            return made;
        }),
        new("the same table twice in a workbook", (draw, leaks) =>
        {
            var first = new Crossing([Axis.Of("Route", "Total", "Land", "Sea", "Air"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(3, 12));
            var again = new Crossing(first.Axes, c => first[c].Truth);
            string[][] square = [["Land", "Women"], ["Land", "Men"], ["Air", "Women"], ["Air", "Men"]];
            string[][] other = [["Land", "Women"], ["Land", "Men"], ["Sea", "Women"], ["Sea", "Men"]];
            first.Hide("c", square);
            again.Hide("c", leaks ? other : square);
            var made = new MadeUpPublication().Xlsx("twice.xlsx", new Grid("Table 1").Wide(first), new Grid("Data for chart").Wide(again))
                .Prints("twice.xlsx", first);
            foreach (var cell in first.Cells)
            {
                made.Same(first[cell], again[cell]);
            }

            return made;
        }),
        new("two editions of a series", (draw, leaks) =>
        {
            var all = new Crossing([Axis.Of("Sector", "Total", "Farms", "Sea", "Homes"), Axis.Leaves("Year", "2021", "2022", "2023", "2024")], _ => draw.Count(4, 16));
            Crossing Edition(params string[] years) => new([all.Axes[0], Axis.Leaves("Year", years)], c => all[c].Truth);
            Crossing old = Edition("2021", "2022", "2023"), fresh = Edition("2022", "2023", "2024");
            old.Hide("c", ["Farms", "2022"], ["Sea", "2022"]);
            fresh.Hide("c", leaks ? [["Farms", "2023"], ["Sea", "2023"]] : [["Farms", "2022"], ["Sea", "2022"]]);
            var made = new MadeUpPublication().Csv("2023.csv", new Grid("").Wide(old)).Csv("2024.csv", new Grid("").Wide(fresh)).Prints("2023.csv", old).Prints("2024.csv", fresh);
            foreach (var cell in old.Cells.Where(c => c[1] != "2021"))
            {
                made.Same(old[cell], fresh[cell]);
            }

            return made;
        }),
        new("quarters and their year", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("Form", "Total", "Labour", "Sexual", "Begging"), Axis.Of("Period", "2024", "2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4")], _ => draw.Count(2, 9));
            table.Hide("x", ["Labour", "2024 Q1"], ["Begging", "2024 Q1"], ["Labour", "2024 Q3"]);
            table.Hide("x", leaks ? [] : [["Begging", "2024 Q3"]]);
            return new MadeUpPublication().Csv("quarters.csv", new Grid("").Wide(table)).Prints("quarters.csv", table);
        }),
        new("a column of changes", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Sector", "Total", "Farms", "Sea", "Homes", "Sites"), Axis.Leaves("Year", "2023", "2024")], _ => draw.Count(3, 18));
            table.Hide("[c]", ["Farms", "2023"], ["Sea", "2023"]);
            var grid = new Grid("T").Row("Sector", "2023", "2024", "Change on 2023");
            foreach (var row in table.Axes[0].Labels)
            {
                var change = table[row, "2024"].Truth - table[row, "2023"].Truth;
                grid.Row(row, table[row, "2023"].Printed, table[row, "2024"].Printed, !leaks && table[row, "2023"].IsHidden ? "[c]" : Draw.Text(change));
            }

            var made = new MadeUpPublication().Ods("changes.ods", grid).Prints("changes.ods", table);
            return leaks ? made.Knows(table["Farms", "2024"], table["Farms", "2023"], new Figure(table["Farms", "2024"].Truth - table["Farms", "2023"].Truth)) : made;
        }),
        new("a column of shares", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Sector", "Total", "Farms", "Sea", "Homes", "Sites"), Axis.Leaves("Column", "Persons")], _ => draw.Count(3, 18));
            table.Hide("c", ["Farms", "Persons"], ["Sea", "Persons"]);
            var all = table["Total", "Persons"].Truth;
            var grid = new Grid("").Row("Sector", "Persons", "Share (%)");
            foreach (var row in table.Axes[0].Labels)
            {
                // Per mille, rounded half up.
                var share = ((2000 * table[row, "Persons"].Truth) + all) / (2 * all);
                grid.Row(row, table[row, "Persons"].Printed, !leaks && table[row, "Persons"].IsHidden ? "c" : $"{share / 10}.{share % 10}");
                if (leaks && table[row, "Persons"].IsHidden)
                {
                    var fitting = Enumerable.Range(0, all + 1).Where(n => Math.Abs((2000 * n) - (2 * share * all)) <= all).ToArray();
                    table[row, "Persons"].Narrow(fitting[0], fitting[^1]);
                }
            }

            return new MadeUpPublication().Csv("shares.csv", grid).Prints("shares.csv", table);
        }),
        new("a folder with tables.json", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("county", "Total", "c1", "c2", "c3"), Axis.Of("sector", "Total", "s1", "s2", "s3")], _ => draw.Count(1, 9));
            table.Hide("c", 1, null, ["c1", "s1"], ["c1", "s2"], ["c3", "s1"]);
            table.Hide("c", 1, null, leaks ? [] : [["c3", "s2"]]);
            var made = new MadeUpPublication().Csv("published/t.csv", new Grid("").Tidy(table)).Prints("published/t.csv", table);
            made.Files.Add("published/tables.json", """
                { "schemaVersion": 1, "tables": [ { "id": "t", "file": "t.csv", "by": ["county", "sector"], "where": {}, "levels": {}, "parents": {},
                  "noTotal": [], "zeros": "open", "marks": { "": "shown", "c": "hidden" } } ] }
                """u8.ToArray());
            return made;
        }),
    ];
}
