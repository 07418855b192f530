namespace Host.Tests.Attacking.Corpus;

/// <summary>Workbooks as people make them: several tables on a sheet, merged and multi-row headers, titles, notes, spacers.</summary>
internal static class Sheets
{
    public static IEnumerable<Shape> All =>
    [
        new("merged headers in two rows", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Sex", "Total", "Women", "Men"), Axis.Of("Age", "Total", "Child", "Adult")], _ => draw.Count(2, 11));
            string[][] block = [.. from r in new[] { "North", "South" } from s in new[] { "Women", "Men" } from a in new[] { "Child", "Adult" } select (string[])[r, s, a]];
            table.Hide("[c]", leaks ? [.. block.Where(b => b[1] == "Women")] : block);
            return new MadeUpPublication().Xlsx("headers.xlsx", TwoRowHeader(table)).Prints("headers.xlsx", table);
        }),
        new("merged headers in an open document", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("Sector", "Total", "Farms", "Homes", "Sites"), Axis.Of("Year", "Both years", "2023", "2024"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(2, 10));
            string[][] block = [.. from r in new[] { "Farms", "Sites" } from s in new[] { "2023", "2024" } from a in new[] { "Women", "Men" } select (string[])[r, s, a]];
            table.Hide("[c]", leaks ? [.. block.Where(b => b[0] == "Farms")] : block);
            return new MadeUpPublication().Ods("headers.ods", TwoRowHeader(table)).Prints("headers.ods", table);
        }),
        new("a header over some of the columns", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Office", "Total", "One", "Two", "Three"), Axis.Of("Sex", "Total", "Women", "Men", "Not known")], _ => draw.Count(2, 13));
            table.Hide("c", ["One", "Women"], ["One", "Men"], ["Three", "Women"]);
            table.Hide("c", leaks ? [] : [["Three", "Men"]]);
            var grid = new Grid("Table").Row("", "Sex", "", "", "Total").Row("Office", "Women", "Men", "Not known", "").Body(table)
                .Merge(0, 1, 0, 3).Merge(0, 4, 1, 4);
            return new MadeUpPublication().Xlsx("offices.xlsx", grid).Prints("offices.xlsx", table);
        }),
        new("two tables one below the other", (draw, leaks) =>
        {
            var regions = new Crossing([Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(3, 15));
            var services = new Crossing([Axis.Of("Service", "Total", "Shelter", "Law", "Health", "Cash"), Axis.Of("Term", "Total", "Short", "Long")], _ => draw.Count(3, 15));
            regions.Hide("c", ["North", "Women"], ["North", "Men"], ["East", "Women"], ["East", "Men"]);
            services.Hide("c", ["Law", "Short"], ["Law", "Long"], ["Cash", "Short"]);
            services.Hide("c", leaks ? [] : [["Cash", "Long"]]);
            var grid = new Grid("Tables").Row("Table 1. Persons by region and sex").Row().Wide(regions).Row("Note: c is hidden to protect persons.").Row()
                .Row("Table 2. Services given").Wide(services).Row("Source: the agency");
            return new MadeUpPublication().Xlsx("report.xlsx", grid).Prints("report.xlsx", regions).Prints("report.xlsx", services);
        }),
        new("two tables side by side", (draw, leaks) =>
        {
            var left = new Crossing([Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(3, 15));
            var right = new Crossing([Axis.Of("Form", "Total", "Labour", "Sexual", "Begging"), Axis.Of("Age", "Total", "Child", "Adult")], _ => draw.Count(3, 15));
            left.Hide("..", leaks ? [["North", "Women"]] : [["North", "Women"], ["North", "Men"], ["South", "Women"], ["South", "Men"]]);
            right.Hide("..", ["Labour", "Child"], ["Labour", "Adult"], ["Sexual", "Child"], ["Sexual", "Adult"]);
            return new MadeUpPublication().Xlsx("beside.xlsx", new Grid("Sheet1").Wide(left).Beside(new Grid("").Wide(right)))
                .Prints("beside.xlsx", left).Prints("beside.xlsx", right);
        }),
        new("a Turkish workbook", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("İl", "Genel toplam", "Iğdır", "İzmir", "Şırnak", "Muğla"), Axis.Of("Yaş", "Toplam", "Çocuk", "Yetişkin", "Bilinmiyor")], _ => draw.Count(2, 12));
            table.Hide("[c]", ["Iğdır", "Çocuk"], ["Iğdır", "Yetişkin"], ["Şırnak", "Çocuk"]);
            table.Hide("[c]", leaks ? [] : [["Şırnak", "Yetişkin"]]);
            var grid = new Grid("Tablo 3").Row("Tablo 3: İle ve yaşa göre mağdurlar, 2024").Row("Yaş grubu 18'in altı çocuktur.").Row().Wide(table)
                .Row("[c]: kişileri korumak için gizlendi").Row("Kaynak: kurum kayıtları");
            return new MadeUpPublication().Xlsx("tablo.xlsx", new Grid("Kapak").Row("Yıllık bülten").Row("Yayım: 2 Şubat 2025"), grid).Prints("tablo.xlsx", table);
        }),
        new("notes to the right, spacers between", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Agency", "All agencies", "Police", "Border", "Labour", "Courts"), Axis.Of("Result", "Total", "Open", "Closed")], _ => draw.Count(3, 14));
            table.Hide("[c]", ["Police", "Open"], ["Police", "Closed"]);
            table.Hide("[c]", leaks ? [["Labour", "Open"]] : [["Labour", "Open"], ["Labour", "Closed"]]);
            var grid = new Grid("T1").Row("Cases by agency").Row("Agency", "Open", "Closed", "", "Total", "Notes");
            foreach (var label in table.Axes[0].Labels)
            {
                grid.Row(label, table[label, "Open"].Printed, table[label, "Closed"].Printed, "", table[label, "Total"].Printed, label == "Border" ? "Since March" : "");
            }

            return new MadeUpPublication().Ods("agencies.ods", grid.Row("[c] = confidential")).Prints("agencies.ods", table);
        }),
    ];

    private static Grid TwoRowHeader(Crossing table)
    {
        var inner = table.Axes[2].Labels.ToArray();
        string[] outer = [.. table.Axes[1].Labels];
        var grid = new Grid("Table").Row(["", .. outer.SelectMany(o => inner.Select((_, i) => i == 0 ? o : ""))])
            .Row([table.Axes[0].Name, .. outer.SelectMany(_ => inner)]);
        for (var o = 0; o < outer.Length; o++)
        {
            grid.Merge(0, 1 + (o * inner.Length), 0, (o + 1) * inner.Length);
        }

        foreach (var row in table.Axes[0].Labels)
        {
            grid.Row([row, .. outer.SelectMany(o => inner.Select(i => table[row, o, i].Printed))]);
        }

        return grid;
    }
}
