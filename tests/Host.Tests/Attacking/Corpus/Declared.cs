namespace Host.Tests.Attacking.Corpus;

/// <summary>Hierarchies that are declared, wholes without a word for total, rows that name their members, categories as sections.</summary>
internal static class Declared
{
    public static IEnumerable<Shape> All =>
    [
        new("a hierarchy in tables.json", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Grouped("area", "Total", ("north", ["ash", "birch", "cedar"]), ("south", ["elm", "fir"])), Axis.Of("sex", "Total", "f", "m")], _ => draw.Count(2, 12));
            var other = leaks ? "elm" : "birch";
            table.Hide("c", ["ash", "f"], ["ash", "m"], [other, "f"], [other, "m"]);
            var made = new MadeUpPublication().Csv("published/area.csv", new Grid("").Tidy(table)).Prints("published/area.csv", table);
            made.Files.Add("published/tables.json", """
                { "schemaVersion": 1, "tables": [ { "id": "area", "file": "area.csv", "by": ["area", "sex"], "where": {}, "levels": {},
                  "parents": { "area": { "ash": ["north"], "birch": ["north"], "cedar": ["north"], "elm": ["south"], "fir": ["south"] }, "sex": {} },
                  "noTotal": [], "decimals": 0, "zeros": "free", "hiddenMin": 0, "marks": { "c": "hidden" } } ] }
                """u8.ToArray());
            return made;
        }),
        new("a whole without a word for total", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Country", "Both", "Adria", "Borduria", "Carpania", "Dacia", "Elbonia"), Axis.Of("Who", "Persons", "Women", "Men")], _ => draw.Count(5, 30));
            table.Hide("..", leaks ? [["Dacia", "Women"]] : [["Dacia", "Women"], ["Dacia", "Men"], ["Adria", "Women"], ["Adria", "Men"]]);
            return new MadeUpPublication().Csv("countries.csv", new Grid("").Wide(table)).Prints("countries.csv", table);
        }),
        new("rows that name their members", (draw, leaks) =>
        {
            var sectors = new Crossing([Axis.Of("Sector", "Total", "Farms", "Sea", "Homes", "Sites"), Axis.Leaves("Column", "Persons")], _ => draw.Count(6, 20));
            int All(string sector) => sector == "Farms, sea" ? sectors["Farms", "Persons"].Truth + sectors["Sea", "Persons"].Truth : sectors[sector, "Persons"].Truth;
            var crossed = new Crossing(
                [Axis.Of("Sector", "Total", "Farms, sea", "Homes", "Sites"), Axis.Of("Sex", "Total", "Women", "Men")], c => c[1] == "Women" ? All(c[0]) / 2 : All(c[0]) - (All(c[0]) / 2));
            sectors.Hide("[c]", ["Sea", "Persons"], [leaks ? "Homes" : "Farms", "Persons"]);
            var made = new MadeUpPublication().Xlsx("pooled.xlsx", new Grid("T1").Wide(sectors), new Grid("T2").Wide(crossed)).Prints("pooled.xlsx", sectors).Prints("pooled.xlsx", crossed);
            made.Knows(crossed["Farms, sea", "Total"], sectors["Farms", "Persons"], sectors["Sea", "Persons"]);
            foreach (var sector in new[] { "Homes", "Sites", "Total" })
            {
                made.Same(sectors[sector, "Persons"], crossed[sector, "Total"]);
            }

            return made;
        }),
        new("categories as sections", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("Sex", "All", "Women", "Men"), Axis.Of("Region", "Total", "North", "South", "East"), Axis.Of("Age", "Total", "Child", "Adult")], _ => draw.Count(2, 9));
            string[][] block = [.. from s in new[] { "Women", "Men" } from r in new[] { "North", "East" } from a in new[] { "Child", "Adult" } select (string[])[s, r, a]];
            table.Hide("*", leaks ? block[..4] : block);
            var grid = new Grid("Sheet1").Row("Table 4").Row(["Region", .. table.Axes[2].Labels]);
            foreach (var sex in table.Axes[0].Labels)
            {
                grid.Row(sex);
                foreach (var region in table.Axes[1].Labels)
                {
                    grid.Row([region, .. table.Axes[2].Labels.Select(a => table[sex, region, a].Printed)]);
                }
            }

            return new MadeUpPublication().Ods("stacked.ods", grid).Prints("stacked.ods", table);
        }),
        new("ages that only the year prints", (draw, leaks) =>
        {
            string[] quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"];
            var quarterly = new Crossing([Axis.Leaves("period", quarters), Axis.Of("age", "Total", "0-17", "18+")], _ => draw.Count(2, 9));
            int Year(string age) => quarters.Sum(q => quarterly[q, age].Truth);
            var yearly = new Crossing([Axis.Leaves("period", "2024"), Axis.Of("age", "Total", "0-8", "9-17", "18-29", "30+")], c => c[1] switch
            {
                "0-8" => Year("0-17") / 2,
                "9-17" => Year("0-17") - (Year("0-17") / 2),
                "18-29" => Year("18+") / 3,
                _ => Year("18+") - (Year("18+") / 3),
            });
            quarterly.Hide("c", ["2024-Q1", "0-17"], ["2024-Q1", "18+"]);
            quarterly.Hide("c", leaks ? [] : [["2024-Q3", "0-17"], ["2024-Q3", "18+"]]);
            var made = new MadeUpPublication().Csv("quarters.csv", new Grid("").Tidy(quarterly)).Csv("year.csv", new Grid("").Tidy(yearly)).Prints("quarters.csv", quarterly);
            foreach (var age in new[] { "0-17", "18+" })
            {
                made.Knows(new Figure(Year(age)), [.. quarters.Select(q => quarterly[q, age])]);
            }

            return made;
        }),
        new("subtotals in Turkish, blank groups filled down", (draw, leaks) =>
        {
            var axis = new Axis("İl", [
                ("Adana", []), ("Hatay", []), ("Mersin", []), ("Akdeniz toplamı", ["Adana", "Hatay", "Mersin"]), ("Van", []), ("Muş", []),
                ("Doğu toplamı", ["Van", "Muş"]), ("Genel Toplam", ["Akdeniz toplamı", "Doğu toplamı"])]);
            var table = new Crossing([axis, Axis.Of("Yaş", "TOPLAM", "Çocuk", "Yetişkin")], _ => draw.Count(3, 15));
            var other = leaks ? "Muş" : "Hatay";
            table.Hide("x", ["Adana", "Çocuk"], ["Adana", "Yetişkin"], [other, "Çocuk"], [other, "Yetişkin"]);
            return new MadeUpPublication().Xlsx("iller.xlsx", new Grid("Tablo").Row("Tablo 1: İllere göre").Wide(table).Row("x: gizli veri")).Prints("iller.xlsx", table);
        }),
    ];
}
