using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

/// <summary>O5: best-first search finds what looking at every node finds, for every model and every measure.</summary>
[Trait("culture", "first")]
public sealed class FullDomainSearchTests
{
    private const double Tolerance = 1e-7;

    private static readonly Gen<Measure> Measures = Gen.Enum<Measure>();

    private static readonly Gen<int> K = Gen.Int[1, 6];

    private static readonly Gen<PrivacyModels> Sensitive =
        from k in K
        from l in Gen.Int[0, 3]
        from entropy in SomeChoice.Of<double?>(null, null, 1.5, 2)
        from c in SomeChoice.Of(0.5, 1, 2)
        from recursive in Gen.Int[0, 3]
        from t in SomeChoice.Of<double?>(null, 0.1, 0.25, 0.5)
        from distance in Gen.Enum<Distance>()
        select new PrivacyModels { K = k, DistinctL = l == 0 ? null : l, EntropyL = entropy, Recursive = recursive == 0 ? null : (c, recursive), T = t, Distance = distance };

    private static readonly Gen<PrivacyModels> Population =
        from k in K
        from map in Gen.Int[1, 8]
        from least in SomeChoice.Of(0, 0.2, 0.5)
        from isMap in Gen.Bool
        select new PrivacyModels { K = k, KMap = isMap ? map : null, Presence = isMap ? null : (least, 0.8) };

    private static readonly Gen<PrivacyModels> Together =
        from a in Sensitive
        from b in Population
        select a with { KMap = b.KMap, Presence = b.Presence };

    [Fact]
    public void SizeOfClasses_GivesTheOptimum() => Check(K.Select(k => new PrivacyModels { K = k }), iterations: 3000);

    [Fact]
    public void SensitiveValues_GiveTheOptimum() => Check(Sensitive, iterations: 3000);

    [Fact]
    public void PopulationModels_GiveTheOptimum() => Check(Population, iterations: 2000);

    [Fact]
    public void AllModelsTogether_GiveTheOptimum() => Check(Together, iterations: 1500);

    [Fact]
    public void RareCombinations_GiveTheOptimum() =>
        Check(
            from models in Gen.OneOf(K.Select(k => new PrivacyModels { K = k }), Together)
            from rules in (from attributes in Gen.Int[0, 3].Array[1, 3] from least in Gen.Int[2, 15] select new RareRule([.. attributes.Distinct()], least)).Array[1, 2]
            select models with { Rare = rules },
            iterations: 300);

    [Fact]
    public void EachRecordSeveralTimes_GivesTheSameOptimum() =>
        (from records in SomeRecords.Any(K.Select(k => new PrivacyModels { K = k }), SomeChoice.Of(Measure.Loss, Measure.LossArithmetic, Measure.Precision)) from times in Gen.Int[2, 4] select (records, times))
        .Sample(
            some =>
            {
                var (once, often) = ((some.records with { Limit = 1 }).Run()!, (some.records.Repeated(some.times) with { Limit = 1 }).Run()!);
                Assert.Equal(once.Levels, often.Levels);
                Assert.Equal(once.MetricValue, often.MetricValue, 1e-9);
                Assert.Equal(once.SuppressedRows * some.times, often.SuppressedRows);
                Assert.Equal(once.DistinctTuples, often.DistinctTuples);
            },
            iter: 500);

    [Fact]
    public void RowsInAnyOrder_GiveTheVerySameNumbers() =>
        SomeRecords.Any(Sensitive, Measures).Sample(
            records =>
            {
                var other = (records with { Rows = [.. records.Rows.Reverse()], Sensitive = [.. records.Sensitive.Reverse()] }).Run();
                var file = records.Run();
                Assert.Equal(file?.Levels, other?.Levels);
                Assert.Equal(file?.MetricValue, other?.MetricValue);
            },
            iter: 500);

    [Fact]
    public void Frontier_IsWhatEachKWouldGive() =>
        SomeRecords.Any(Sensitive, Measures).Sample(
            records =>
            {
                Assert.True(RecordFileEngine.TryMake(records.Task(), out var engine, out _));
                int[] ks = [1, 2, 3, 5, 8];
                var alone = ks.Select(k => (K: k, File: (records with { Models = records.Models with { K = k } }).Run())).Where(a => a.File is not null).ToArray();
                var frontier = engine.Frontier(ks, TestContext.Current.CancellationToken);
                Assert.Equal(alone.Select(a => (a.K, a.File!.MetricValue, a.File.SuppressedRows, a.File.SmallestClass)), frontier.Select(p => (p.K, p.MetricValue, p.SuppressedRows, p.SmallestClass)));

                // More safety never costs less, but for what is rounded.
                Assert.All(frontier.Zip(frontier.Skip(1)), pair => Assert.True(pair.First.MetricValue <= pair.Second.MetricValue + 1e-9));
            },
            iter: 60);

    private static void Check(Gen<PrivacyModels> models, int iterations) =>
        SomeRecords.Any(models, Measures).Sample(
            records =>
            {
                var expected = LatticeOracle.Search(records);
                var found = records.Run();
                Assert.Equal(expected is null, found is null);
                if (expected is { } best)
                {
                    Assert.Equal(best.Value, found!.MetricValue, Tolerance * Math.Max(1, best.Value));
                    var (value, suppressed) = LatticeOracle.Evaluate(records, [.. found.Levels!])!.Value;
                    Assert.Equal(found.MetricValue, value, Tolerance * Math.Max(1, best.Value));
                    Assert.Equal(suppressed, found.SuppressedRows);
                    PublishedRecords.Check(records, found);
                }
            },
            iter: iterations);
}
