using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;
using Anonymize.RecordFiles.Sets;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles.Sets;

/// <summary>Files with sets among their key attributes, against every node by the definitions, sets being sets and texts nothing.</summary>
[Trait("culture", "first")]
public sealed class SetRecordsTests
{
    private sealed record Untidy(string[][][] Trees, string[][] Cells, string[] Sensitive, PrivacyModels Models, Measure Measure, decimal Limit);

    private static readonly Gen<Untidy> Files =
        from trees in SomeRecords.Tree.Array[2]
        from rows in Gen.Int[1, 40]
        from first in SomeSets.Of(trees[0].Length).Array[rows]
        from second in SomeSets.Of(trees[1].Length).Array[rows]
        from sensitive in SomeSets.Of(4).Array[rows]
        from k in Gen.Int[1, 5]
        from l in Gen.Int[0, 3]
        from measure in SomeChoice.Of(Measure.Loss, Measure.LossArithmetic)
        from limit in SomeChoice.Of(0m, 0.1m, 0.33m, 1m)
        select new Untidy(trees, [first, second], sensitive, new PrivacyModels { K = k, DistinctL = l == 0 ? null : l }, measure, limit);

    [Fact]
    public void GlobalRecoding_GivesTheOptimum() =>
        Files.Sample(
            file =>
            {
                var best = Nodes(file).Select(node => Value(file, node)).Where(v => v is not null).Min();
                var found = Run(file, RecodingKind.Global);
                Assert.Equal(best is null, found is null);
                if (found is not null)
                {
                    Assert.Equal(best!.Value, found.MetricValue, 1e-7);
                    Check(file, found);
                }
            },
            iter: 300);

    [Theory]
    [InlineData(RecodingKind.Local)]
    [InlineData(RecodingKind.Cells)]
    public void OtherRecodings_AreSafe(RecodingKind kind) =>
        Files.Sample(
            file =>
            {
                if (Run(file, kind) is { } found)
                {
                    Check(file, found);
                    Assert.True(kind == RecodingKind.Cells || Run(file, RecodingKind.Global) is not { } global || found.MetricValue <= global.MetricValue + 1e-9);
                }
            },
            iter: 80);

    [Fact]
    public void SetsOfOneValue_AreAsSingleValues() =>
        SomeRecords.Any(Gen.Int[1, 6].Select(k => new PrivacyModels { K = k }), SomeChoice.Of(Measure.Loss, Measure.LossArithmetic, Measure.Precision, Measure.Aecs)).Sample(
            records =>
            {
                var single = records.Run();
                var sets = Run(new Untidy(records.Trees, [.. Enumerable.Range(0, records.Attributes).Select(j => records.Rows.Select(r => records.Trees[j][r[j]][0]).ToArray())], [], records.Models, records.Measure, records.Limit), RecodingKind.Global);
                Assert.Equal(single?.Levels, sets?.Levels);
                Assert.Equal(single?.MetricValue ?? 0, sets?.MetricValue ?? 0, 1e-9);
                Assert.Equal(single is null ? null : PublishedRecords.Labels(single), sets is null ? null : PublishedRecords.Labels(sets));
            },
            iter: 100);

    [Theory]
    [InlineData("entropy")]
    [InlineData("recursive")]
    [InlineData("ordered")]
    [InlineData("five")]
    public void ModelOfSingleValues_IsRefusedOfSets(string model)
    {
        var asked = new PrivacyModels { K = 1 };
        var models = model switch
        {
            "entropy" => asked with { EntropyL = 2 },
            "recursive" => asked with { Recursive = (1, 2) },
            "ordered" => asked with { T = 0.2, Distance = Distance.Ordered },
            _ => asked with { DistinctL = 5 },
        };
        Assert.False(RecordFileEngine.TryMake(Task(new Untidy([[["a", "*"]]], [["a"]], ["x|y"], models, Measure.Loss, 0), RecodingKind.Global), out _, out var fault));
        Assert.Equal(new RecordFault(RecordFaultCode.ModelOfSingleValues, "s"), fault);
        Assert.True(RecordFileEngine.TryMake(Task(new Untidy([[["a", "*"]]], [["a"]], ["x|y"], asked with { T = 0.2, DistinctL = 4 }, Measure.Loss, 0), RecodingKind.Global), out _, out _));
    }

    private static RecordFileTask Task(Untidy file, RecodingKind kind) => new()
    {
        Keys = [.. file.Trees.Select((tree, j) => Key(tree, file.Cells[j], $"k{j}"))],
        Sensitive = file.Models.AsksSensitive ? [new SensitiveColumn(SetColumn.Of(RecordColumn.Of("s", file.Sensitive), SomeSets.Delimiter))] : [],
        Models = file.Models,
        Measure = file.Measure,
        Recoding = kind,
        SuppressionLimit = file.Limit,
    };

    private static (RecordColumn, Hierarchy) Key(string[][] tree, string[] cells, string name)
    {
        var values = SomeRecords.Planted(name, tree);
        var column = SetColumn.Of(RecordColumn.Of(name, cells), SomeSets.Delimiter, values);
        return SetHierarchy.TryMake(values, SomeSets.Delimiter, [column], out var sets, out var fault) ? (column.Column, sets) : throw new InvalidOperationException(fault.ToString());
    }

    private static RecodedFile? Run(Untidy file, RecodingKind kind)
    {
        Assert.True(RecordFileEngine.TryMake(Task(file, kind), out var engine, out var fault), fault.ToString());
        return engine.Run(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<int[]> Nodes(Untidy file) =>
        file.Trees.Aggregate((IEnumerable<int[]>)[[]], (nodes, tree) => nodes.SelectMany(node => Enumerable.Range(0, tree[0].Length).Select(level => (int[])[.. node, level])));

    private static HashSet<string> Published(string[][] tree, string cell, int level)
    {
        var members = SomeSets.Read(cell);
        return level > 0 && tree.All(row => row[level] == tree[0][level]) ? [tree[0][level]] : [.. tree.Where(row => members.Contains(row[0])).Select(row => row[level])];
    }

    private static double? Value(Untidy file, int[] node)
    {
        var rows = file.Sensitive.Length;
        HashSet<string> At(int row, int j) => Published(file.Trees[j], file.Cells[j][row], node[j]);
        var classes = Enumerable.Range(0, rows).GroupBy(row => string.Join('/', node.Select((_, j) => string.Join(',', At(row, j).Order(StringComparer.Ordinal))))).ToArray();
        var gone = classes.Where(c => !Holds(file, [.. c])).SelectMany(c => c).ToHashSet();
        if (gone.Count > Math.Floor(file.Limit * rows))
        {
            return null;
        }

        // Of the values that a person has not, the share that is left open.
        var losses = file.Trees.Select((tree, j) =>
        {
            double open = 0, all = 0;
            for (var row = 0; row < rows; row++)
            {
                var members = SomeSets.Read(file.Cells[j][row]);
                var others = tree.Where(leaf => !members.Contains(leaf[0])).ToArray();
                all += others.Length;
                open += gone.Contains(row) ? others.Length : others.Count(leaf => At(row, j).Contains(leaf[node[j]]));
            }

            return all == 0 ? 0 : open / all;
        }).ToArray();
        return file.Measure == Measure.Loss ? Math.Pow(losses.Aggregate(1.0, (product, loss) => product * (1 + loss)), 1.0 / losses.Length) - 1 : losses.Average();
    }

    private static bool Holds(Untidy file, int[] rows)
    {
        var sets = rows.Select(row => SomeSets.Read(file.Sensitive[row])).ToArray();
        return rows.Length >= file.Models.K && (file.Models.DistinctL is not { } l || l < 2 || !IsLearnt(sets, [], l - 2));
    }

    private static bool IsLearnt(HashSet<string>[] sets, string[] known, int more)
    {
        string[] values = [.. sets.SelectMany(s => s).Distinct().Except(known)];
        return sets.Length > 0 && (values.Any(v => sets.All(s => s.Contains(v))) || sets.All(s => s.Count == 0)
            || (more > 0 && values.Any(v => IsLearnt([.. sets.Where(s => s.Contains(v))], [.. known, v], more - 1) || IsLearnt([.. sets.Where(s => !s.Contains(v))], known, more - 1))));
    }

    private static void Check(Untidy file, RecodedFile found)
    {
        var labels = PublishedRecords.Labels(found);
        var kept = Enumerable.Range(0, found.Rows).Where(row => !found.IsSuppressed(row)).ToArray();
        Assert.True(found.SuppressedRows == found.Rows - kept.Length && found.SuppressedRows <= file.Limit * found.Rows);
        foreach (var row in kept)
        {
            for (var j = 0; j < labels.Length; j++)
            {
                var possible = file.Trees[j][0].Select((_, level) => Published(file.Trees[j], file.Cells[j][row], level)).Append([RecodedFile.Blank]);
                Assert.Contains(possible, p => p.SetEquals(SomeSets.Read(labels[j][row])));
                Assert.Equal(SomeSets.Read(labels[j][row]).Count, labels[j][row] == "" ? 0 : labels[j][row].Split(SomeSets.Delimiter).Length);
            }
        }

        var classes = kept.GroupBy(row => string.Join('/', labels.Select(column => column[row])), StringComparer.Ordinal).ToArray();
        Assert.All(classes, c => Assert.True(Holds(file, [.. c])));
        Assert.Equal(found.SmallestClass, classes.Select(c => c.Count()).DefaultIfEmpty().Min());
    }
}
