using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Schema;
using Ingest.Storage;
using Xunit;

namespace Ingest.Tests.Storage;

/// <summary>A closed year: its files are gone with a record, later years are counted as before, and its records do not come back.</summary>
public sealed class YearClosingTests
{
    private static readonly CodeLists Lists = CodeLists.Load();

    [Fact]
    public void FilesThatCameInTheYearOrBefore_Go_AndLaterYearsCountAsBefore()
    {
        using var some = new SomeStore();
        some.Time.Day(2023, 4, 10);
        Receipt old = some.Add(SomeStore.Alpha, Of(1, Quarter.Pack(2023, 1)), Of(2, Quarter.Pack(2023, 1)));
        some.Time.Day(2024, 1, 10);
        Receipt between = some.Add(SomeStore.Alpha, Of(3, Quarter.Pack(2023, 4)));
        some.Time.Day(2024, 4, 10);
        Receipt later = some.Add(SomeStore.Beta, Of(4, Quarter.Pack(2024, 1)), Of(5, Quarter.Pack(2024, 1)));
        int before = Persons(some, "2024-Q1");

        some.Time.Day(2026, 2, 1);
        Assert.Equal(0, some.Store.LastClosedYear().Value);
        Assert.Equal(1, some.Store.CloseYear(2023, "yearClosed").Value);
        Assert.Equal(0, some.Store.CloseYear(2023, "yearClosed").Value);

        Assert.Equal(2023, some.Store.LastClosedYear().Value);
        Assert.NotNull(some.Store.FindUpload(old.Id).Value.DestroyedAt);
        Assert.Null(some.Store.FindUpload(between.Id).Value.DestroyedAt);
        Assert.Null(some.Store.FindUpload(later.Id).Value.DestroyedAt);
        Assert.Equal(2, Directory.GetFiles(some.Cases).Length);
        Assert.Equal((2, before), (before, Persons(some, "2024-Q1")));
        Assert.Equal((0, 1), (Persons(some, "2023-Q1"), Persons(some, "2023-Q4")));
        Assert.Equal(["year.closed", "upload.destroyed"], some.Store.AuditEntries().Value.TakeLast(2).Select(e => e.Action));
        Assert.Equal(StoreFailureCode.UploadNotActive, some.Store.Begin(SomeStore.Alpha, SomeStore.Codebook, old.Id, "too late").Failure);
        some.Reopen();
        Assert.Equal(2, Directory.GetFiles(some.Cases).Length);
    }

    [Fact]
    public void RecordsOfAClosedYear_AreSetAsideAndCounted()
    {
        using var some = new SomeStore();
        some.Time.Day(2026, 2, 1);
        Assert.Equal(0, some.Store.CloseYear(2023, "yearClosed").Value);
        Receipt receipt = some.Add(
            SomeStore.Alpha,
            Of(1, Quarter.Pack(2023, 4)),
            Of(2, Quarter.Pack(2024, 1)),
            new SomeCase { Case = 3, Registered = Quarter.Pack(2023, 1), RegisteredYearOnly = true },
            new SomeCase { Case = 4, Registered = Quarter.Pack(2023, 1), Identified = Quarter.Pack(2024, 2) },
            new SomeCase { Case = 5, Registered = Quarter.Pack(2024, 1), Identified = Quarter.Pack(2023, 2) },
            new SomeCase { Case = 6, Registered = Quarter.None });

        Assert.Equal((6, 3), (receipt.RowsRead, receipt.RowsAccepted));
        Assert.Equal([new RowCount(ClosedRecords.Reason, 3)], receipt.SetAside);
        Assert.Equal([new RowCount("2024-Q1", 1), new RowCount("2024-Q2", 1)], receipt.Quarters);
    }

    private static SomeCase Of(int number, short registered) => new() { Case = number, Registered = registered };

    private static int Persons(SomeStore some, string quarter) =>
        new PopulationCounter(some.Store, Lists, QuarterRule.AlwaysOpen).Summarise(Population.Victims, [quarter], TestContext.Current.CancellationToken).Value.Persons;
}
