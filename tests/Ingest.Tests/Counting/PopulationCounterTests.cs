using Apache.Arrow;
using CsCheck;
using Ingest.Cases;
using Ingest.Catalogue;
using Ingest.Counting;
using Ingest.Schema;
using Ingest.Storage;
using Ingest.Tests.Storage;
using Xunit;

namespace Ingest.Tests.Counting;

public sealed class PopulationCounterTests
{
    private static readonly string[] Sectors = ["AGR", "DOM", "FSX", "UNK"];
    private static readonly string[] Provinces = ["TR100", "TR211", "UNK"];
    private static readonly string[] Services = ["SHE", "LEG", "PSY"];

    [Fact]
    public void DistinctPersons_SameAsCountingTheirTexts() =>
        Gen.Select(Gen.Int[0, 80], Gen.Int).Sample(
            (rows, seed) =>
            {
                using var some = new SomeStore();
                var random = new Random(seed);
                SomeCase[] cases = [.. Enumerable.Range(1, rows).Select(i => Draw(random, i, person: 0))];
                some.Add(SomeStore.Alpha, cases[..(rows / 2)]);
                some.Add(SomeStore.Beta, cases[(rows / 2)..]);

                string[] expected =
                [
                    .. cases.Select((some, i) => (Text: Text(some), Alpha: i < rows / 2)).GroupBy(pair => pair.Text, StringComparer.Ordinal)
                        .OrderBy(group => group.Key.Replace('|', '\u0001'), StringComparer.Ordinal)
                        .Select(group => FormattableString.Invariant($"{group.Key}|{group.Count()}|{group.Count(p => p.Alpha)}|{group.Count(p => !p.Alpha)}")),
                ];
                foreach (int threads in new[] { 1, 3 })
                {
                    using RecordBatch batch = Counter(some, threads: threads).Count(Population.Victims, Columns, null, CancellationToken.None).Value;
                    Assert.Equal(expected, Counted.Lines(batch));
                    Assert.Equal(["quarter", "sector", "region", "services", "count", "partner:ALPHA", "partner:BETA"], batch.Schema.FieldsList.Select(f => f.Name));
                }
            },
            iter: 15);

    [Fact]
    public void RowsShuffledInTheirFile_SameTable() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int).Sample(
            (rows, seed) =>
            {
                var random = new Random(seed);
                SomeCase[] cases = [.. Enumerable.Range(1, rows).Select(_ => Draw(random, random.Next(1, rows + 1), random.Next(0, 12)))];
                SomeCase[] shuffled = [.. cases];
                random.Shuffle(shuffled);
                Assert.Equal(Tables(cases), Tables(shuffled));
            },
            iter: 15);

    [Fact]
    public void ClosedQuarters_NeverChangeByWhatComesLater() =>
        Gen.Int.Sample(
            seed =>
            {
                using var some = new SomeStore();
                var random = new Random(seed);
                QuarterRule rule = QuarterRule.DaysAfterQuarter(31);
                var published = new Dictionary<string, string[]>(StringComparer.Ordinal);
                for (int month = 2; month <= 13; month++)
                {
                    some.Time.Now = new DateTimeOffset(2025, 1, 15, 9, 0, 0, TimeSpan.Zero).AddMonths(month);
                    SomeCase[] cases =
                    [
                        .. Enumerable.Range(0, random.Next(1, 12)).Select(_ =>
                            Draw(random, random.Next(1, 40), random.Next(0, 25), upTo: Quarter.Of(DateOnly.FromDateTime(some.Time.Now.DateTime)))),
                    ];
                    some.Add(random.Next(2) == 0 ? SomeStore.Alpha : SomeStore.Beta, cases);
                    foreach (string quarter in new[] { "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4" })
                    {
                        using RecordBatch batch = Counter(some, rule).Count(Population.Victims, Columns, [quarter], CancellationToken.None).Value;
                        string[] figures = [.. Counted.Lines(batch).Select(WithoutPartners)];
                        Assert.Equal(published.GetValueOrDefault(quarter, figures), figures);
                        if (!rule.IsOpen(QuarterCode.Parse(quarter), QuarterRule.DayOf(some.Time.Now)))
                        {
                            published[quarter] = figures;
                        }
                    }
                }

                Assert.NotEmpty(published.Values.SelectMany(figures => figures));
            },
            iter: 6);

    [Fact]
    public void LevelsAndSets_MapAndMerge()
    {
        using var some = new SomeStore();
        some.Add(
            SomeStore.Alpha,
            new SomeCase { Case = 1, Codes = { [CaseColumn.Sector] = "AGR" }, Sets = { [SetColumn.Services] = ["PSY", "HEA"] } },
            new SomeCase { Case = 2, Codes = { [CaseColumn.Sector] = "FSH" }, Sets = { [SetColumn.Services] = ["HEA", "PSY"] } },
            new SomeCase { Case = 3, Codes = { [CaseColumn.Sector] = "FSX" }, NotCollected = { SetColumn.Services } },
            new SomeCase { Case = 4 });
        using RecordBatch batch = Counter(some).Count(
            Population.Victims,
            [new("sector", "group"), new("services"), new("quarter", "year")],
            null,
            CancellationToken.None).Value;
        Assert.Equal(["AGF|HEA;PSY|2025|2|2|0", "SEX|UNK|2025|1|1|0", "UNK||2025|1|1|0"], Counted.Lines(batch));
    }

    [Fact]
    public void OtherPopulations_CountTheirOwnEvents()
    {
        using var some = new SomeStore();
        short first = Quarter.Pack(2025, 1);
        short later = Quarter.Pack(2025, 3);
        some.Add(
            SomeStore.Alpha,
            new SomeCase { Case = 1, Codes = { [CaseColumn.Permit] = "REF", [CaseColumn.Outcome] = "RET" }, PermitDate = later, ReturnDate = later },
            new SomeCase { Case = 2, Codes = { [CaseColumn.Permit] = "NON", [CaseColumn.Outcome] = "ONG" }, Sets = { [SetColumn.Services] = ["SHE"] } },
            new SomeCase { Case = 3, Codes = { [CaseColumn.Permit] = "EXT", [CaseColumn.Outcome] = "INT" }, Sets = { [SetColumn.Services] = ["LEG"] }, ServiceDate = later },
            new SomeCase { Case = 4, Registered = first });
        PopulationCounter counter = Counter(some);
        Assert.Equal(["2025-Q1|EXT|1|1|0", "2025-Q3|REF|1|1|0"], Lines(counter, Population.Permits, "permit"));
        Assert.Equal(["2025-Q1|INT|1|1|0", "2025-Q3|RET|1|1|0"], Lines(counter, Population.Returns, "outcome"));
        Assert.Equal(["2025-Q1|SHE|1|1|0", "2025-Q3|LEG|1|1|0"], Lines(counter, Population.Assisted, "services"));
        Assert.Equal(["2025-Q1|4|4|0"], Lines(counter, Population.Victims));
    }

    [Fact]
    public void ServiceReportedLater_CountsThoughTheCaseWasKnown()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, new SomeCase { Case = 1 });
        some.Time.Day(2026, 2, 1);
        some.Add(SomeStore.Alpha, new SomeCase { Case = 1, Sets = { [SetColumn.Services] = ["SHE"] }, ServiceDate = Quarter.Pack(2026, 1) });
        Assert.Equal(["2026-Q1|SHE|1|1|0"], Lines(Counter(some), Population.Assisted, "services"));
        Assert.Equal(["2025-Q1||1|1|0"], Lines(Counter(some), Population.Victims, "services"));
    }

    [Fact]
    public void YearOnly_StaysOutAndIsReported()
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, new SomeCase { Case = 1, Person = 1, RegisteredYearOnly = true }, new SomeCase { Case = 2, Person = 2, RegisteredYearOnly = true });
        some.Add(SomeStore.Beta, new SomeCase { Case = 1, Person = 2 });
        PopulationCounter counter = Counter(some);
        Assert.Equal(["2025-Q1|1|1|1"], Lines(counter, Population.Victims));
        PopulationSummary summary = counter.Summarise(Population.Victims, null, CancellationToken.None).Value;
        Assert.Equal(new PopulationSummary(Persons: 1, Records: 3, Duplicates: 0, YearOnly: 1), summary);
    }

    [Fact]
    public void WithdrawnAndReplaced_DoNotCount()
    {
        using var some = new SomeStore();
        Receipt withdrawn = some.Add(SomeStore.Alpha, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        Receipt replaced = some.Add(SomeStore.Beta, new SomeCase { Case = 1 }, new SomeCase { Case = 2 });
        some.Store.Withdraw(withdrawn.Id, "mistake");
        some.Add(SomeStore.Beta, replaced.Id, new SomeCase { Case = 1 });
        Assert.Equal(["2025-Q1|1|0|1"], Lines(Counter(some), Population.Victims));
    }

    [Fact]
    public void Correction_IsNoLateArrival()
    {
        using var some = new SomeStore();
        some.Time.Day(2025, 4, 10);
        Receipt old = some.Add(SomeStore.Alpha, new SomeCase { Case = 1, Codes = { [CaseColumn.Sector] = "AGR" } });
        some.Time.Day(2025, 7, 10);
        some.Add(
            SomeStore.Alpha,
            old.Id,
            new SomeCase { Case = 1, Codes = { [CaseColumn.Sector] = "DOM" } },
            new SomeCase { Case = 2, Codes = { [CaseColumn.Sector] = "DOM" } });
        Assert.Equal(
            ["2025-Q1|DOM|1|1|0", "2025-Q3|DOM|1|1|0"],
            Lines(Counter(some, QuarterRule.DaysAfterQuarter(31)), Population.Victims, "sector"));
    }

    [Fact]
    public void ManyWideColumns_StillCountRight()
    {
        using var some = new SomeStore();
        var random = new Random(7);
        SomeCase[] cases = [.. Enumerable.Range(1, 300).Select(i => Draw(random, i, 0))];
        some.Add(SomeStore.Alpha, cases);
        string[] all =
        [
            "quarter", "status", "sector", "form", "group", "age", "citizenship", "region", "referral", "decidedBy", "permit", "outcome",
            "sectors", "forms", "means", "services",
        ];
        using RecordBatch batch = Counter(some).Count(
            Population.Victims, [.. all.Select(name => new CountColumn(name))], null, CancellationToken.None).Value;
        Assert.Equal(300, Counted.Total(batch));
        Assert.Equal(cases.Select(Text).Distinct(StringComparer.Ordinal).Count(), batch.Length);
    }

    [Fact]
    public void EmptyStore_EmptyTable()
    {
        using var some = new SomeStore();
        using RecordBatch batch = Counter(some).Count(Population.Victims, Columns, ["2025-Q1"], CancellationToken.None).Value;
        Assert.Equal(0, batch.Length);
        Assert.Equal(7, batch.ColumnCount);
    }

    [Theory]
    [InlineData("sektor", "leaf")]
    [InlineData("sector", "nuts1")]
    [InlineData("quarter", "month")]
    public void UnknownVariableOrLevel_Throws(string variable, string level)
    {
        using var some = new SomeStore();
        Assert.Throws<ArgumentException>(() => Counter(some).Count(Population.Victims, [new(variable, level)], null, CancellationToken.None));
    }

    private static readonly CountColumn[] Columns = [new("quarter"), new("sector"), new("region"), new("services")];

    /// <summary>A count reads its files twice. One of them loses a case in between; what was gathered until then is not counted again.</summary>
    [Fact]
    public void FileWrittenAnewInBetween_TheCountBeginsAnew()
    {
        using var some = new SomeStore();
        var random = new Random(7);
        SomeCase[] cases = [.. Enumerable.Range(1, 30).Select(i => Draw(random, i, person: 0))];
        some.Add(SomeStore.Alpha, cases[..10]);
        some.Add(SomeStore.Beta, cases[10..18]);
        some.Add(SomeStore.Alpha, cases[18..]);

        // The rule is asked for the last time when everybody is known and nothing is gathered yet.
        int asked = 0;
        Counter(some, new QuarterRule(_ => { asked++; return null; }), threads: 1).Count(Population.Victims, Columns, null, CancellationToken.None).Value.Dispose();
        int again = 0;
        var rule = new QuarterRule(_ =>
        {
            if (++again == asked)
            {
                Assert.Null(some.Store.Consents.Enter(
                    SomeStore.Alpha, SomeCase.NumberOf(25), new DateOnly(2026, 1, 4), ConsentReason.Person, "officer", _ => { }).Failure);
                Assert.Equal(1, some.Store.Consents.CarryOut(CodeLists.Load(), CancellationToken.None).Value);
            }

            return null;
        });

        using RecordBatch counted = Counter(some, rule, threads: 1).Count(Population.Victims, Columns, null, CancellationToken.None).Value;
        using RecordBatch expected = Counter(some).Count(Population.Victims, Columns, null, CancellationToken.None).Value;
        Assert.True(again > asked, "The count did not begin anew.");
        Assert.Equal(Counted.Lines(expected), Counted.Lines(counted));
    }

    private static PopulationCounter Counter(SomeStore some, QuarterRule? rule = null, int threads = 2) =>
        new(some.Store, CodeLists.Load(), rule ?? QuarterRule.AlwaysOpen, threads);

    private static string[] Lines(PopulationCounter counter, Population population, params string[] variables)
    {
        CountColumn[] columns = [new("quarter"), .. variables.Select(name => new CountColumn(name))];
        using RecordBatch batch = counter.Count(population, columns, null, CancellationToken.None).Value;
        return Counted.Lines(batch);
    }

    private static string[] Tables(SomeCase[] cases)
    {
        using var some = new SomeStore();
        some.Add(SomeStore.Alpha, cases);
        return [.. Enum.GetValues<Population>().SelectMany(population => Lines(Counter(some), population, "sector", "region", "services"))];
    }

    private static SomeCase Draw(Random random, int number, int person, short upTo = short.MaxValue) => new()
    {
        Case = number,
        Person = person,
        Registered = Math.Min(upTo, Quarter.Pack(2025, random.Next(1, 5))),
        Codes =
        {
            [CaseColumn.Sector] = Sectors[random.Next(Sectors.Length)],
            [CaseColumn.Province] = Provinces[random.Next(Provinces.Length)],
        },
        Sets = { [SetColumn.Services] = [.. Services.Where(_ => random.Next(2) == 0)] },
    };

    private static string Text(SomeCase some) => string.Join(
        '|',
        Quarter.CodeOf(some.Registered),
        some.Codes[CaseColumn.Sector],
        some.Codes[CaseColumn.Province],
        string.Join(';', some.Sets[SetColumn.Services].Order(StringComparer.Ordinal)));

    private static string WithoutPartners(string line) => line[..line.LastIndexOf('|', line.LastIndexOf('|') - 1)];
}
