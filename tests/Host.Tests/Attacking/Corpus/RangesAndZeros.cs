namespace Host.Tests.Attacking.Corpus;

/// <summary>What a mark says itself, what zero and one give away, and what is left where everything is small.</summary>
internal static class RangesAndZeros
{
    private static readonly string[][] Square = [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]];

    public static IEnumerable<Shape> All =>
    [
        new("below five", (draw, leaks) => Published(Small(draw, leaks ? 4 : 1, leaks ? 4 : 3).Hide("<5", 0, 4, Square))),
        new("one to four", (draw, leaks) => Published(Small(draw, leaks ? 1 : 2, leaks ? 1 : 3).Hide("1-4", 1, 4, Square))),
        new("zero beside zero", (draw, leaks) => Published(Small(draw, leaks ? 0 : 1, leaks ? 0 : 6).Hide("c", Square))),
        new("one beside one", (draw, leaks) => Published(Small(draw, leaks ? 1 : 2, leaks ? 1 : 6).Hide("c", 1, null, Square), "--hidden-min", "1")),
        new("nothing but small ones", (draw, leaks) => Published(Small(draw, leaks ? 1 : 5, leaks ? 2 : 9).Hide("c", 1, null, Square), "--hidden-min", "1").WithK(5)),
        new("a range that the sums narrow", (draw, leaks) =>
        {
            var table = Small(draw, 1, 4).Hide("1–4", 1, 4, leaks ? [["a", "x"], ["a", "y"], ["a", "z"]] : Square);
            if (leaks)
            {
                table.Hide("1–4", 1, 4, ["b", "x"], ["b", "y"], ["b", "z"]);
            }

            return Published(table).WithK(5);
        }),
        new("a hidden total", (draw, leaks) =>
        {
            var table = Small(draw, 2, 9).Hide("c", ["a", "x"], ["a", "Total"], ["Total", "x"]);
            table.Hide("c", leaks ? [] : [["Total", "Total"]]);
            return Published(table);
        }),
    ];

    private static Crossing Small(Draw draw, int low, int high) => new(
        [Axis.Of("Kind", "Total", "a", "b", "d"), Axis.Of("Place", "Total", "x", "y", "z")],
        cell => cell[0] != "d" && cell[1] != "z" ? draw.Count(low, high) : draw.Count(1, 3));

    private static MadeUpPublication Published(Crossing table, params string[] options)
    {
        var made = new MadeUpPublication().Csv("small.csv", new Grid("").Wide(table)).Prints("small.csv", table);
        made.Options.AddRange(options);
        return made;
    }
}
