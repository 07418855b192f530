using System.Globalization;
using Apache.Arrow;
using EndToEnd.Support;

namespace EndToEnd.Demonstration;

/// <summary>The samples as their generator knows them: actual victims by quarter, sector, form and group, and whom each partner knows.</summary>
internal static class KnownRecords
{
    private static readonly string[] Variables = ["quarter", "sector", "form", "group"];

    public static IReadOnlyList<string> Quarters { get; } = [.. Rows("counts.csv").Select(r => r[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Sectors, forms and groups that occur together, in ordinal order: what the declared links allow, and a case worker writes down.</summary>
    public static IReadOnlyList<(string Sector, string Form, string Group)> Combinations { get; } =
        [.. Rows("counts.csv").Select(r => (r[1], r[2], r[3])).Distinct().OrderBy(c => string.Join(',', c.Item1, c.Item2, c.Item3), StringComparer.Ordinal)];

    /// <summary>Weighted distinct records of some quarters, as the engine takes them.</summary>
    public static RecordBatch Of(IEnumerable<string> quarters)
    {
        var wanted = quarters.ToHashSet(StringComparer.Ordinal);
        var records = Rows("counts.csv").Where(r => wanted.Contains(r[0])).ToArray();
        var known = Rows("known.csv").Where(r => wanted.Contains(r[0])).ToDictionary(r => Key(r) + r[4], r => Number(r[5]), StringComparer.Ordinal);
        var partners = Rows("known.csv").Select(r => r[4]).Distinct().Order(StringComparer.Ordinal);
        var batch = new RecordBatch.Builder();
        for (var v = 0; v < Variables.Length; v++)
        {
            batch.Append(Variables[v], nullable: false, Text(records.Select(r => r[v])));
        }

        batch.Append("status", nullable: false, Text(records.Select(_ => "ACT")));
        batch.Append("count", nullable: false, Numbers(records.Select(r => Number(r[4]))));
        foreach (var partner in partners)
        {
            batch.Append($"partner:{partner}", nullable: false, Numbers(records.Select(r => known.GetValueOrDefault(Key(r) + partner))));
        }

        return batch.Build();
    }

    /// <summary>Persons of a quarter by sector.</summary>
    public static IReadOnlyDictionary<string, int> BySector(string quarter) =>
        Rows("counts.csv").Where(r => r[0] == quarter).GroupBy(r => r[1], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(r => Number(r[4])), StringComparer.Ordinal);

    /// <summary>Persons of a quarter by sector and form.</summary>
    public static IReadOnlyDictionary<(string Sector, string Form), int> BySectorAndForm(string quarter) =>
        Sums(Rows("counts.csv").Where(r => r[0] == quarter), count: 4);

    /// <summary>The same for what each partner knows.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<(string Sector, string Form), int>> ByPartner(string quarter) =>
        [.. Rows("known.csv").Where(r => r[0] == quarter).GroupBy(r => r[4], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Sums(g, count: 5))];

    private static Dictionary<(string Sector, string Form), int> Sums(IEnumerable<string[]> rows, int count) =>
        rows.GroupBy(r => (r[1], r[2])).ToDictionary(g => g.Key, g => g.Sum(r => Number(r[count])));

    private static string Key(string[] row) => string.Join(',', row[..4]) + ',';

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static StringArray Text(IEnumerable<string> values) => new StringArray.Builder().AppendRange(values).Build();

    private static Int32Array Numbers(IEnumerable<int> values) => new Int32Array.Builder().AppendRange(values).Build();

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadAllLines(Path.Combine(Site.Samples, "truth", file)).Skip(1).Select(l => l.Split(','));
}
