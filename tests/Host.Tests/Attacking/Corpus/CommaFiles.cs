namespace Host.Tests.Attacking.Corpus;

/// <summary>Open data as text files: wide and tidy, English and Turkish, with the marks that agencies use.</summary>
internal static class CommaFiles
{
    private static readonly string[][] Square = [["East", "Women"], ["East", "Men"], ["South", "Women"], ["South", "Men"]];

    public static IEnumerable<Shape> All =>
    [
        new("one hidden cell in a wide table", (draw, leaks) =>
        {
            var table = RegionBySex(draw).Hide("c", leaks ? Square[..1] : Square);
            return new MadeUpPublication().Csv("victims.csv", new Grid("").Wide(table)).Prints("victims.csv", table);
        }),
        new("tidy data with a status", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("region", "Total", "West", "Centre", "East"), Axis.Of("sector", "Total", "Farms", "Sea", "Homes")], _ => draw.Count(2, 14));
            table.Hide("c", ["West", "Farms"], ["West", "Sea"]);
            table.Hide("c", leaks ? [] : [["East", "Farms"], ["East", "Sea"]]);
            return new MadeUpPublication().Csv("open-data.csv", new Grid("").Tidy(table)).Prints("open-data.csv", table);
        }),
        new("tidy data in Turkish", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("bölge", "Toplam", "Ege", "Marmara", "İç Anadolu"), Axis.Of("cinsiyet", "Toplam", "Kadın", "Erkek")], _ => draw.Count(1, 15));
            table.Hide("x", ["Ege", "Kadın"], ["İç Anadolu", "Erkek"]);
            table.Hide("x", leaks ? [] : [["Ege", "Erkek"], ["İç Anadolu", "Kadın"]]);
            return new MadeUpPublication().Csv("magdurlar.csv", new Grid("").Tidy(table, "değer", "durum"), ';').Prints("magdurlar.csv", table);
        }),
        new("three variables without a status column", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("province", "All", "A", "B"), Axis.Of("age", "All ages", "0-17", "18-29", "30+"), Axis.Of("sex", "Both sexes", "F", "M")], _ => draw.Count(1, 9));
            string[][] block = [.. from p in new[] { "A", "B" } from a in new[] { "0-17", "18-29" } from s in new[] { "F", "M" } select (string[])[p, a, s]];
            table.Hide("*", leaks ? block[..4] : block);
            return new MadeUpPublication().Csv("cube.csv", new Grid("").Tidy(table, "count", status: null)).Prints("cube.csv", table);
        }),
        new("empty cells", (draw, leaks) =>
        {
            var table = RegionBySex(draw).Hide("", leaks ? Square[..2] : Square);
            return new MadeUpPublication().Csv("table.csv", new Grid("").Wide(table)).Prints("table.csv", table);
        }),
        new("the total comes first", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.TotalFirst("Sector", "All sectors", "Farming", "Fishing", "Building", "Homes"), Axis.TotalFirst("Group", "Total", "Adults", "Children")], _ => draw.Count(2, 12));
            table.Hide("..", ["Fishing", "Adults"], ["Fishing", "Children"], ["Homes", "Adults"]);
            table.Hide("..", leaks ? [] : [["Homes", "Children"]]);
            return new MadeUpPublication().Csv("sectors.csv", new Grid("").Wide(table)).Prints("sectors.csv", table);
        }),
        new("dashes among ages", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Means", "Total", "Debt", "Force", "Fraud"), Axis.Of("Age", "Total", "0-8", "9-17", "18-29", "30+")], _ => draw.Count(1, 9));
            table.Hide("-", ["Debt", "0-8"], ["Debt", "30+"], ["Fraud", "0-8"]);
            table.Hide("-", leaks ? [] : [["Fraud", "30+"]]);
            return new MadeUpPublication().Csv("means.csv", new Grid("").Wide(table)).Prints("means.csv", table);
        }),
        new("the unknown category", (draw, leaks) =>
        {
            var table = new Crossing([Axis.Of("Citizenship", "Total", "Home", "Abroad", "Stateless", "Unknown"), Axis.Leaves("Column", "Persons")], _ => draw.Count(1, 12));
            table.Hide("[c]", ["Unknown", "Persons"]);
            table.Hide("[c]", leaks ? [] : [["Stateless", "Persons"]]);
            return new MadeUpPublication().Csv("citizenship.csv", new Grid("").Wide(table)).Prints("citizenship.csv", table);
        }),
        new("large figures with separators", (draw, leaks) =>
        {
            var table = new Crossing(
                [Axis.Of("State", "United States, total", "Alabama", "Alaska", "Arizona"), Axis.Of("Industry", "Total", "Crops", "Forestry", "Fishing")],
                cell => cell[0] != "Arizona" && cell[1] != "Crops" ? draw.Count(3, 12) : draw.Count(1200, 9800));
            table.Hide("(D)", ["Alabama", "Forestry"], ["Alabama", "Fishing"], ["Alaska", "Forestry"]);
            table.Hide("(D)", leaks ? [] : [["Alaska", "Fishing"]]);
            var grid = new Grid("").Wide(table);
            for (var r = 1; r < grid.Rows.Count; r++)
            {
                grid.Rows[r] = [.. grid.Rows[r].Select(c => c.Length > 3 && c.All(char.IsAsciiDigit) ? c[..^3] + "," + c[^3..] : c)];
            }

            return new MadeUpPublication().Csv("establishments.csv", grid).Prints("establishments.csv", table);
        }),
    ];

    private static Crossing RegionBySex(Draw draw) =>
        new([Axis.Of("Region", "Total", "North", "East", "South", "West"), Axis.Of("Sex", "Total", "Women", "Men")], _ => draw.Count(2, 18));
}
