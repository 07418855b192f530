using System.Globalization;
using System.Text.Json;

namespace EndToEnd.Demonstration;

/// <summary>One published table as a reader has it: the rows of its tidy file, and the members that <c>tables.json</c> names.</summary>
internal sealed class PublishedFigures
{
    private readonly List<(string[] At, int? Value)> _cells = [];

    /// <summary>Persons in the table's Total.</summary>
    public int Persons => _cells.Single(c => c.At.All(a => a == "Total")).Value ?? throw new InvalidDataException("The total is hidden.");

    /// <summary>Share of all persons counted by a shown cell that is no margin.</summary>
    public double Shown => Inner().Sum(c => c.Value ?? 0) / (double)Persons;

    /// <summary>Share of all persons counted in a shown row of one category (one-way tables).</summary>
    public double Alone => Inner().Where(c => !c.At[0].Contains('+', StringComparison.Ordinal)).Sum(c => c.Value ?? 0) / (double)Persons;

    /// <summary>Share of all persons counted by a shown cell of one category of the second axis, whatever rows stand on the first.</summary>
    public double ShownInSingleColumns => Inner().Where(c => !c.At[1].Contains('+', StringComparison.Ordinal)).Sum(c => c.Value ?? 0) / (double)Persons;

    /// <summary>Mean over persons of 1 ÷ (categories in the shown cell that counts them), 0 where hidden.</summary>
    public double Detail => Inner().Sum(c => (c.Value ?? 0) / (double)c.At.Aggregate(1, (product, code) => product * code.Split('+').Length)) / Persons;

    /// <summary>Codes that stand in a shown row of their own.</summary>
    public IReadOnlyList<string> Rows => [.. Inner().Where(c => c.Value is not null && !c.At[0].Contains('+', StringComparison.Ordinal)).Select(c => c.At[0])];

    /// <summary>The shown rows of a one-way table, the Total among them.</summary>
    public IReadOnlyList<PublishedRow> Published => [.. _cells.Where(c => c.Value is not null).Select(c => new PublishedRow(c.At[0] == "Total" ? [] : c.At[0].Split('+'), c.Value!.Value))];

    public static PublishedFigures Read(string folder, string table)
    {
        var figures = new PublishedFigures();
        foreach (var line in File.ReadAllLines(Path.Combine(folder, table + ".csv")).Skip(1))
        {
            var fields = line.Split(',');
            figures._cells.Add((fields[1..^2], fields[^2].Length == 0 ? null : int.Parse(fields[^2], NumberStyles.None, CultureInfo.InvariantCulture)));
        }

        return figures;
    }

    /// <summary>What <c>release.json</c> says of the table.</summary>
    public static (decimal? Shown, decimal? Detail) Claimed(string folder, string table)
    {
        using var release = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "release.json")));
        var entry = release.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("id").GetString() == table);
        return (Number(entry.GetProperty("personsShownShare")), Number(entry.GetProperty("detail")));
    }

    private static decimal? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDecimal();

    private IEnumerable<(string[] At, int? Value)> Inner() => _cells.Where(c => !c.At.Contains("Total"));
}
