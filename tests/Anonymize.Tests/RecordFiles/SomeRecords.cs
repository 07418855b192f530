using Anonymize.RecordFiles;
using Anonymize.RecordFiles.Hierarchies;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using CsCheck;
using Xunit;

namespace Anonymize.Tests.RecordFiles;

/// <summary>A small file as plain arrays, from which both the engine and its oracle start.</summary>
internal sealed record SomeRecords
{
    /// <summary>By attribute and leaf, labels from leaf to top.</summary>
    public required string[][][] Trees { get; init; }

    /// <summary>By record and attribute, leaf.</summary>
    public required int[][] Rows { get; init; }

    /// <summary>By record.</summary>
    public required int[] Sensitive { get; init; }

    public required int[][]? Population { get; init; }

    public required PrivacyModels Models { get; init; }

    public required Measure Measure { get; init; }

    public required decimal Limit { get; init; }

    public int Attributes => Trees.Length;

    public static Gen<SomeRecords> Any(Gen<PrivacyModels> models, Gen<Measure> measures) =>
        from attributes in Gen.Int[1, 4]
        from trees in Tree.Array[attributes]
        from rows in Gen.Int[1, 60]
        from cells in Gen.Int[0, 1000].Array[attributes].Array[rows]
        from secret in Gen.Int[0, 3].Array[rows]
        from others in Gen.Int[0, 1000].Array[attributes].Array[0, 30]
        from model in models
        from measure in measures
        from limit in SomeChoice.Of(0m, 0.1m, 0.33m, 1m)
        let file = cells.Select(row => Leaves(row, trees)).ToArray()
        select new SomeRecords
        {
            Trees = trees,
            Rows = file,
            Sensitive = secret,
            Population = model.AsksPopulation ? [.. file, .. others.Select(row => Leaves(row, trees))] : null,
            Models = model with { Rare = [.. model.Rare.Select(r => r with { Attributes = [.. r.Attributes.Select(j => j % attributes).Distinct()] })] },
            Measure = measure,
            Limit = limit,
        };

    /// <summary>Leaves grouped at random into parents, parents into theirs, one root or none.</summary>
    public static Gen<string[][]> Tree =>
        from leaves in Gen.Int[1, 7]
        from levels in Gen.Int[1, 4]
        from joins in Gen.Int[0, 3].Array[leaves].Array[levels]
        from rooted in Gen.Bool
        select Grow(leaves, levels, joins, rooted);

    public RecordFileTask Task(decimal? limit = null) => new()
    {
        Keys = [.. Enumerable.Range(0, Attributes).Select(j => (Column(Rows, j), Planted($"k{j}", Trees[j])))],
        Sensitive = Models.AsksSensitive ? [new SensitiveColumn(RecordColumn.Of("s", [.. Sensitive.Select(s => $"s{s}")]), SensitiveTree())] : [],
        Population = Population is null ? null : [.. Enumerable.Range(0, Attributes).Select(j => Column(Population, j))],
        Models = Models,
        Measure = Measure,
        SuppressionLimit = limit ?? Limit,
    };

    public SomeRecords Repeated(int times) => this with
    {
        Rows = [.. Enumerable.Repeat(Rows, times).SelectMany(r => r)],
        Sensitive = [.. Enumerable.Repeat(Sensitive, times).SelectMany(r => r)],
        Models = Models with { K = Models.K * times },
    };

    public RecodedFile? Run()
    {
        Assert.True(RecordFileEngine.TryMake(Task(), out var engine, out var fault), fault.ToString());
        return engine.Run(TestContext.Current.CancellationToken);
    }

    private static Hierarchy SensitiveTree() =>
        Anonymize.RecordFiles.Hierarchies.Hierarchy.TryMake("s", [["s0", "s1", "s2", "s3"], ["a", "a", "b", "b"], ["*", "*", "*", "*"]], out var tree, out _) ? tree : throw new InvalidOperationException();

    private static int[] Leaves(int[] row, string[][][] trees) => [.. row.Select((cell, j) => cell % trees[j].Length)];

    private static string[][] Grow(int leaves, int levels, int[][] joins, bool rooted)
    {
        var rows = Enumerable.Range(0, leaves).Select(leaf => new List<string> { $"v{leaf}" }).ToArray();
        for (var level = 1; level < levels; level++)
        {
            var parent = new Dictionary<string, string>();
            var isRoot = rooted && level == levels - 1;
            foreach (var row in rows)
            {
                var label = isRoot ? "*" : parent.GetValueOrDefault(row[^1]) ?? $"{level}:{joins[level][parent.Count]}";
                parent.TryAdd(row[^1], label);
                row.Add(label);
            }
        }

        return [.. rows.Select(r => r.ToArray())];
    }

    public static Hierarchy Planted(string name, string[][] rows) =>
        Anonymize.RecordFiles.Hierarchies.Hierarchy.TryMake(name, [.. Enumerable.Range(0, rows[0].Length).Select(level => rows.Select(row => row[level]).ToArray())], out var tree, out var fault)
            ? tree
            : throw new InvalidOperationException(fault.ToString());

    private RecordColumn Column(int[][] rows, int j) => RecordColumn.Of($"k{j}", [.. rows.Select(row => Trees[j][row[j]][0])]);
}
