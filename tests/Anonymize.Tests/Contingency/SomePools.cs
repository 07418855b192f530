using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Tests.Contingency;

/// <summary>Small worlds whose first variable may be pooled, or all of them, by a seed.</summary>
internal sealed class SomePools
{
    public SomePools(int[] shape, long seed, ContingencyRules rules, bool isEveryPooled = false, params string[][] tables)
    {
        Shape = shape;
        Counts = [.. SomeTables.Skewed(shape.Aggregate((a, b) => a * b), seed).Select(c => c % 8)];
        var (spec, records) = SomeTables.Of(shape, Counts, rules, regions: 0, [.. tables.Select((by, t) => SomeTables.Table($"t{t}", by))]);
        Spec = spec with { Variables = [.. spec.Variables.Select((v, i) => v with { IsPooled = i == 0 || isEveryPooled })] };
        Records = records;
        Oracle = new PooledOracle(shape, Counts, rules);
    }

    public int[] Shape { get; }

    public long[] Counts { get; }

    public ContingencySpec Spec { get; }

    public ContingencyRecords Records { get; }

    public PooledOracle Oracle { get; }

    public ContingencyOutcome Protect(CancellationToken cancel) => TableProtector.Protect(Spec, Records, SpecFiles.None, cancel);

    /// <summary>The tables as the oracle reads them, and what is shown of them in its order.</summary>
    public (PooledOracle.Layout[] Tables, bool[][] IsShown) Read(ContingencyOutcome outcome)
    {
        var layouts = outcome.Tables.Select(t => new PooledOracle.Layout(
            [.. t.Spec.By.Select(v => v[1] - '0')],
            [.. t.Codes.Select(codes => codes.Where(c => c != "Total").Select(c => c.Split('+').Select(m => int.Parse(m[1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray()).ToArray())])).ToArray();
        return (layouts, [.. outcome.Tables.Select(t => t.Values.Select(v => v is not null).ToArray())]);
    }
}
