using Apache.Arrow;
using Apache.Arrow.Types;
using CsCheck;
using Host.Drafting;
using Host.Storage;
using Host.Tests.Support;
using Ingest.Pseudonymise;
using Publication.Releases;
using Xunit;

namespace Host.Tests.Drafting;

/// <summary>Counts that are put aside come back as they were, and add up however they were split.</summary>
public sealed class PublishedCountsTests
{
    private static readonly Gen<(string Quarter, string Sector, int Count, int Partner)[]> Rows =
        Gen.Select(Gen.OneOf(Gen.Const("2025-Q1"), Gen.Const("2025-Q2")), Gen.OneOf(Gen.Const("FSX"), Gen.Const("AGF"), Gen.Const("çŞ"), Gen.Const("")), Gen.Int[1, 9], Gen.Int[0, 9]).Array[1, 30];

    [Fact]
    public void Kept_IsReadBackAndLiesEncrypted()
    {
        using var folder = new SomeFolder();
        var counts = new PublishedCounts(new PrivateVault(folder["private"], KeyRing.FromSeed("k1", "host tests")), folder["private"]);
        var quarter = ReleasePeriod.OfQuarter(2025, 1);
        Assert.True(counts.Find(quarter).Succeeded(out var none, out _));
        Assert.Empty(none);
        var batch = Batch([("2025-Q1", "FSX", 3, 2), ("2025-Q1", "AGF", 5, 0)], "partner:A");
        counts.Keep(quarter, new Dictionary<string, RecordBatch>(StringComparer.Ordinal) { ["victims"] = batch, ["permits"] = Batch([], "partner:A") });

        Assert.True(counts.Find(quarter).Succeeded(out var kept, out var failure), failure?.Code);
        Assert.Equal(Lines(batch), Lines(kept!["victims"]));
        Assert.Equal(0, kept["permits"].Length);
        Assert.Equal([quarter], counts.Kept);
        Assert.True(File.ReadAllBytes(Directory.GetFiles(folder["private"], "*.counts", SearchOption.AllDirectories).Single()).AsSpan().IndexOf("FSX"u8) < 0);
        counts.Destroy(quarter);
        Assert.Empty(counts.Kept);
    }

    [Fact]
    public void Sum_IsTheSameHoweverTheCountsWereSplit() => Gen.Select(Rows, Gen.Int).Sample((rows, seed) =>
    {
        // The oracle adds up in a dictionary.
        var sums = rows.GroupBy(r => (r.Quarter, r.Sector)).ToDictionary(g => g.Key, g => (g.Sum(r => r.Count), g.Sum(r => r.Partner)));
        var random = new Random(seed);
        var parts = rows.GroupBy(_ => random.Next(3)).Select(g => Batch([.. g], "partner:A")).ToArray();
        var whole = CountSum.Of([Batch(rows, "partner:A")]);
        Assert.Equal(Lines(whole), Lines(CountSum.Of(parts)));
        Assert.Equal(
            sums.OrderBy(s => s.Key.Quarter, StringComparer.Ordinal).ThenBy(s => s.Key.Sector, StringComparer.Ordinal).Select(s => $"{s.Key.Quarter} {s.Key.Sector} {s.Value.Item1} {s.Value.Item2}"),
            Lines(whole));
    });

    [Fact]
    public void PartnerThatIsInOnePartOnly_KnowsNobodyInTheOthers()
    {
        var sum = CountSum.Of([Batch([("2025-Q1", "FSX", 3, 2)], "partner:B"), Batch([("2025-Q2", "FSX", 4, 1)], "partner:A")]);
        Assert.Equal(["quarter", "sector", "count", "partner:A", "partner:B"], sum.Schema.FieldsList.Select(f => f.Name));
        Assert.Equal(["2025-Q1 FSX 3 0 2", "2025-Q2 FSX 4 1 0"], Lines(sum));
    }

    private static RecordBatch Batch((string Quarter, string Sector, int Count, int Partner)[] rows, string partner)
    {
        IArrowArray[] arrays = [Words([.. rows.Select(r => r.Quarter)]), Words([.. rows.Select(r => r.Sector)]), Numbers(rows.Select(r => r.Count)), Numbers(rows.Select(r => r.Partner))];
        string[] names = ["quarter", "sector", "count", partner];
        return new RecordBatch(new Schema(names.Zip(arrays, (n, a) => new Field(n, a.Data.DataType, nullable: false)), null), arrays, rows.Length);
    }

    private static DictionaryArray Words(string[] words)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal)];
        return new DictionaryArray(
            new DictionaryType(Int32Type.Default, StringType.Default, ordered: false),
            new Int32Array.Builder().AppendRange(words.Select(w => System.Array.IndexOf(distinct, w))).Build(),
            new StringArray.Builder().AppendRange(distinct).Build());
    }

    private static Int32Array Numbers(IEnumerable<int> numbers) => new Int32Array.Builder().AppendRange(numbers).Build();

    private static string[] Lines(RecordBatch batch) =>
    [
        .. Enumerable.Range(0, batch.Length).Select(row => string.Join(' ', Enumerable.Range(0, batch.ColumnCount).Select(c => batch.Column(c) switch
        {
            DictionaryArray { Dictionary: StringArray words, Indices: Int32Array indices } => words.GetString(indices.GetValue(row)!.Value),
            Int32Array numbers => $"{numbers.GetValue(row)}",
            _ => "?",
        }))),
    ];
}
