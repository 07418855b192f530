using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

[Trait("culture", "first")]
public sealed class LocalRecodingTests
{
    private static readonly Gen<Measure> Losses = SomeChoice.Of(Measure.Loss, Measure.LossArithmetic);

    private static readonly Gen<PrivacyModels> Models =
        from k in Gen.Int[1, 6]
        from l in Gen.Int[0, 3]
        select new PrivacyModels { K = k, DistinctL = l == 0 ? null : l };

    [Fact]
    public void LocalRecoding_IsSafeAndNeverWorseThanTheBestNode() =>
        SomeRecords.Any(Models, Losses).Sample(
            records =>
            {
                var global = records.Run();
                var local = Run(records, RecodingKind.Local);
                if (global is not null)
                {
                    Assert.NotNull(local);
                    Assert.True(local.MetricValue <= global.MetricValue + 1e-9, $"{local.MetricValue} > {global.MetricValue}");
                }

                if (local is not null)
                {
                    Assert.Null(local.Levels);
                    Assert.True(local.SuppressedRows <= records.Limit * records.Rows.Length);
                    PublishedRecords.Check(records, local);
                }
            },
            iter: 2000);

    [Fact]
    public void NoClassOfLocalRecoding_CanFallIntoItsChildren() =>
        SomeRecords.Any(Gen.Int[1, 6].Select(k => new PrivacyModels { K = k }), Losses).Sample(
            records =>
            {
                if (Run(records, RecodingKind.Local) is not { } file)
                {
                    return;
                }

                var labels = PublishedRecords.Labels(file);
                var classes = Enumerable.Range(0, file.Rows).Where(r => !file.IsSuppressed(r)).GroupBy(r => string.Join('|', labels.Select(c => c[r])), StringComparer.Ordinal);
                foreach (var one in classes)
                {
                    for (var j = 0; j < records.Attributes; j++)
                    {
                        var trees = one.Select(r => records.Trees[j][records.Rows[r][j]]).ToArray();
                        var level = Array.IndexOf(trees[0], labels[j][one.First()]);
                        var children = level <= 0 ? [] : trees.GroupBy(t => t[level - 1], StringComparer.Ordinal).ToArray();
                        var finer = children.Where(c => records.Trees[j].Count(t => t[level - 1] == c.Key) < records.Trees[j].Count(t => t[level] == trees[0][level])).ToArray();
                        Assert.False(finer.Length > 0 && children.All(c => c.Count() >= records.Models.K), $"class of {one.Count()} can be split in attribute {j}");
                    }
                }
            },
            iter: 1000);

    [Fact]
    public void BlankedCells_AreCountedAndEverythingElseIsAsItWas() =>
        SomeRecords.Any(Models, Losses).Sample(
            records =>
            {
                if (Run(records, RecodingKind.Cells) is not { } file)
                {
                    return;
                }

                PublishedRecords.Check(records, file);
                var labels = PublishedRecords.Labels(file);
                var kept = Enumerable.Range(0, file.Rows).Where(row => !file.IsSuppressed(row)).ToArray();
                var blanks = kept.SelectMany(row => labels.Select((column, j) => (Label: column[row], Leaf: records.Trees[j][records.Rows[row][j]][0]))).ToArray();
                Assert.All(blanks, cell => Assert.Contains(cell.Label, new[] { cell.Leaf, RecodedFile.Blank }));
                Assert.Equal(blanks.Count(cell => cell.Label == RecodedFile.Blank), file.SuppressedCells);
            },
            iter: 1500);

    [Fact]
    public void RowsInAnyOrder_GiveTheSameFile() =>
        SomeRecords.Any(Models, Losses).Sample(
            records =>
            {
                var file = Run(records, RecodingKind.Local);
                var other = Run(records with { Rows = [.. records.Rows.Reverse()], Sensitive = [.. records.Sensitive.Reverse()] }, RecodingKind.Local);
                Assert.Equal(file?.MetricValue, other?.MetricValue);
                Assert.Equal(file is null ? null : PublishedRecords.Labels(file)[0], other is null ? null : PublishedRecords.Labels(other)[0].Reverse());
            },
            iter: 2000);

    private static RecodedFile? Run(SomeRecords records, RecodingKind kind)
    {
        var task = records.Task();
        Assert.True(
            RecordFileEngine.TryMake(
                new RecordFileTask
                {
                    Keys = task.Keys, Sensitive = task.Sensitive, Models = task.Models, Measure = task.Measure, SuppressionLimit = task.SuppressionLimit, Recoding = kind,
                },
                out var engine,
                out var fault),
            fault.ToString());
        return engine.Run(TestContext.Current.CancellationToken);
    }
}
