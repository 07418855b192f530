using Apache.Arrow;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Intake;
using Ingest.Programme;
using Xunit;

namespace Ingest.Tests.Programme;

public sealed class ProgrammeCounterTests
{
    private static readonly IReadOnlyList<string> Quarter = ["2025-Q4"];

    [Fact]
    public async Task Figures_BecomeWeightedRecords_WithWhatEachPartnerReported()
    {
        using var some = new SomeProgramme();
        await some.Accept(SomeProgramme.Association, SomeProgramme.File("AWE;2025-Q4;;;;;4", "AWP;2025-Q4;COM;;;;120", "AWP;2025-Q4;PUB;;;;80", "AWE;2025-Q3;;;;;9"));
        await some.Accept(SomeProgramme.Organisation, SomeProgramme.File("AWE;2025-Q4;;;;;2", "AWP;2025-Q4;PUB;;;;0"));
        Assert.Equal(["AWE|6", "AWP|200"], Lines(Count(some, []), "programme", ["indicator"]));
        Assert.Equal(["COM|120", "NAP|6", "PUB|80"], Lines(Count(some, []), "programme", ["audience"]));
        RecordBatch batch = Count(some, []).Populations["programme"];
        Assert.Equal(["partner:STK:4", "partner:UOK:2"], batch.Schema.FieldsList.Select((field, i) => (field.Name, i))
            .Where(column => column.Name is "partner:STK" or "partner:UOK")
            .Select(column => $"{column.Name}:{((Int32Array)batch.Column(column.i)).GetValue(0)}"));
    }

    [Fact]
    public async Task Indicator_IsCompleteOnceAllWhoReportItHave()
    {
        using var some = new SomeProgramme();
        await some.Accept(SomeProgramme.Association, SomeProgramme.File("AWE;2025-Q4;;;;;4", "AWE;2025-Q3;;;;;4"));
        await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;0"));
        Assert.Equal(["TRN"], Count(some, []).Complete);
        Assert.Equal(["AWE 2025-Q3 UOK", "AWE 2025-Q4 UOK", "TRN 2025-Q3 GOC"], Missing(some, [], "AWE", "TRN"));
        await some.Accept(SomeProgramme.Organisation, SomeProgramme.File("AWE;2025-Q4;;;;;2"));
        Assert.Equal(["AWE", "TRN"], Count(some, []).Complete.Order(StringComparer.Ordinal));
        Assert.Empty(Count(some, [], "2025-Q3", "2025-Q4").Complete);
        Assert.Equal(["AWE 2025-Q3 UOK", "TRN 2025-Q3 GOC"], Missing(some, [], "AWE", "TRN"));
    }

    [Fact]
    public async Task Quarter_StandsFromItsPublicationOn()
    {
        using var some = new SomeProgramme();
        Receipt first = await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;12"));
        var cutOff = new DateOnly(2026, 2, 1);
        some.Some.Time.Day(2026, 2, 10);

        // After the cut-off and before publication a correction counts; what comes for the first time does not.
        Receipt second = await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;13"), new IntakeOptions { Replaces = first.Id, Reason = "miscounted" });
        await some.Accept(SomeProgramme.Migration, SomeProgramme.File("MEE;2025-Q4;;;;;3"));
        var open = new Dictionary<string, FigureClosing> { ["2025-Q4"] = new(cutOff, PublishedAt: null) };
        Assert.Equal(["TRN|13"], Lines(Count(some, open), "programme", ["indicator"]));
        Assert.Equal(["MEE|3", "TRN|13"], Lines(Count(some, []), "programme", ["indicator"]));
        Assert.Contains("MEE 2025-Q4 GOC", Missing(some, open, "MEE", "TRN"));
        Assert.DoesNotContain("TRN 2025-Q4 GOC", Missing(some, open, "MEE", "TRN"));

        var published = new Dictionary<string, FigureClosing> { ["2025-Q4"] = new(cutOff, some.Some.Time.GetUtcNow().AddDays(5)) };
        some.Some.Time.Day(2026, 3, 20);
        Receipt third = await some.Accept(SomeProgramme.Migration, SomeProgramme.File("TRN;2025-Q4;;;;;14"), new IntakeOptions { Replaces = second.Id, Reason = "again" });
        Assert.True(some.Some.Store.Withdraw(third.Id, "all wrong").Succeeded);
        Assert.Equal(["TRN|13"], Lines(Count(some, published), "programme", ["indicator"]));
        Assert.Equal([], Lines(Count(some, open), "programme", ["indicator"]));
    }

    private static ProgrammeCounts Count(SomeProgramme some, Dictionary<string, FigureClosing> closings, params string[] quarters) =>
        new ProgrammeCounter(some.Some.Store, SomeProgramme.Lists, closings)
            .Count(
                new Dictionary<string, IReadOnlyList<CountColumn>> { ["programme"] = [new("quarter"), new("indicator"), new("audience")] },
                quarters.Length == 0 ? Quarter : quarters)
            .Value;

    private static IEnumerable<string> Missing(SomeProgramme some, Dictionary<string, FigureClosing> closings, params string[] indicators) =>
        new ProgrammeCounter(some.Some.Store, SomeProgramme.Lists, closings).Missing(["2025-Q4", "2025-Q3"]).Value
            .Where(figure => indicators.Contains(figure.Indicator, StringComparer.Ordinal))
            .Select(figure => $"{figure.Indicator} {figure.Quarter} {figure.Partner?.Value}");

    private static IEnumerable<string> Lines(ProgrammeCounts counts, string population, string[] columns)
    {
        RecordBatch batch = counts.Populations[population];
        var count = (Int32Array)batch.Column("count");
        return Enumerable.Range(0, batch.Length)
            .GroupBy(row => string.Join(' ', columns.Select(column => Text((DictionaryArray)batch.Column(column), row))), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}|{group.Sum(row => count.GetValue(row)!.Value)}");
    }

    private static string Text(DictionaryArray array, int row) => ((StringArray)array.Dictionary).GetString(((Int32Array)array.Indices).GetValue(row)!.Value);
}
