using Apache.Arrow;
using Ingest.Cases;
using Ingest.Counting;
using Ingest.Schema;
using Ingest.Tests.Counting;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Duplicates;

public sealed class DuplicateTests
{
    private static readonly short Q1 = Quarter.Pack(2025, 1);
    private static readonly short Q2 = Quarter.Pack(2025, 2);

    [Fact]
    public void AcrossPartners_CountsOnce_EarliestAcceptedWins_BothKnow()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Beta, Case(1, person: 5, Q1, "DOM"));
        some.Time.Day(2026, 1, 6);
        some.Add(SomeStore.Alpha, Case(1, person: 5, Q1, "AGR"), Case(2, person: 6, Q1, "DOM"));
        Assert.Equal(["2025-Q1|DOM|2|2|1"], Lines(some));
        Assert.Equal(1, Duplicates(some));
    }

    [Fact]
    public void InsideAFile_FirstQuarterCounts()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, Case(1, 0, Q2, "AGR"), Case(1, 0, Q1, "DOM"), Case(1, 0, Q2, "CON"));
        Assert.Equal(["2025-Q1|DOM|1|1|0"], Lines(some));
        Assert.Equal(2, Duplicates(some));
    }

    [Fact]
    public void SameCaseNumberAtTwoPartners_AreTwoPersons()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, Case(1, 0, Q1, "AGR"));
        some.Add(SomeStore.Beta, Case(1, 0, Q1, "AGR"));
        Assert.Equal(["2025-Q1|AGR|2|1|1"], Lines(some));
    }

    [Fact]
    public void EarlierQuarterReportedLater_TakesThePersonOverWhileOpen()
    {
        using var some = new SomeStore();
        some.Time.Day(2025, 4, 10);
        some.Add(SomeStore.Alpha, Case(1, 5, Q2, "AGR"));
        some.Time.Day(2025, 4, 20);
        some.Add(SomeStore.Beta, Case(1, 5, Q1, "DOM"));
        Assert.Equal(["2025-Q1|AGR|1|1|1"], Lines(some, QuarterRule.DaysAfterQuarter(30)));
        Assert.Equal(["2025-Q2|AGR|1|1|1"], Lines(some, QuarterRule.DaysAfterQuarter(15)));
    }

    [Fact]
    public void TwoPersonsFoundToBeOne_MergeWhileOpen_StayOnceClosed()
    {
        using var some = new SomeStore();
        some.Time.Day(2025, 4, 1);
        some.Add(SomeStore.Alpha, Case(1, 0, Q1, "AGR"));
        some.Add(SomeStore.Beta, Case(7, 5, Q1, "DOM"));

        // The partner sends the case again, now with the name that the other partner knows.
        some.Time.Day(2025, 4, 20);
        some.Add(SomeStore.Alpha, Case(1, 5, Q1, "AGR"));
        Assert.Equal(["2025-Q1|AGR|1|1|1"], Lines(some, QuarterRule.DaysAfterQuarter(30)));
        Assert.Equal(["2025-Q1|AGR|1|1|0", "2025-Q1|DOM|1|0|1"], Lines(some, QuarterRule.DaysAfterQuarter(10)));
    }

    [Fact]
    public void AfterTheCutOff_CountsWhereItArrived()
    {
        using var some = new SomeStore();
        some.Time.Day(2025, 4, 30);
        some.Add(SomeStore.Alpha, Case(1, 0, Q1, "AGR"));
        some.Time.Day(2025, 5, 1);
        some.Add(SomeStore.Alpha, Case(2, 0, Q1, "AGR"));
        var cutOffs = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["2025-Q1"] = new DateOnly(2025, 4, 30) };
        Assert.Equal(["2025-Q1|AGR|1|1|0", "2025-Q2|AGR|1|1|0"], Lines(some, QuarterRule.At(cutOffs)));
    }

    [Fact]
    public void DayOfArrival_IsTheDayInTürkiye()
    {
        using var some = new SomeStore();
        some.Time.Now = new DateTimeOffset(2025, 4, 30, 21, 30, 0, TimeSpan.Zero);
        some.Add(SomeStore.Alpha, Case(1, 0, Q1, "AGR"));
        var cutOffs = new Dictionary<string, DateOnly>(StringComparer.Ordinal) { ["2025-Q1"] = new DateOnly(2025, 4, 30) };
        Assert.Equal(["2025-Q2|AGR|1|1|0"], Lines(some, QuarterRule.At(cutOffs)));
    }

    private static SomeCase Case(int number, int person, short quarter, string sector) => new()
    {
        Case = number,
        Person = person,
        Registered = quarter,
        Codes = { [CaseColumn.Sector] = sector },
    };

    private static string[] Lines(SomeStore some, QuarterRule? rule = null)
    {
        var counter = new PopulationCounter(some.Store, CodeLists.Load(), rule ?? QuarterRule.AlwaysOpen);
        using RecordBatch batch = counter.Count(Population.Victims, [new("quarter"), new("sector")], null, CancellationToken.None).Value;
        return Counted.Lines(batch);
    }

    private static int Duplicates(SomeStore some) => new PopulationCounter(some.Store, CodeLists.Load(), QuarterRule.AlwaysOpen)
        .Summarise(Population.Victims, null, CancellationToken.None).Value.Duplicates;
}
