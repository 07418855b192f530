using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;

namespace Anonymize.Tests.RecordFiles;

/// <summary>Every node of the lattice by the definitions, word for word and row by row. It shares no code with the engine.</summary>
internal static class LatticeOracle
{
    /// <returns>Least value and the records suppressed at the first node that has it; null where no node is good.</returns>
    public static (double Value, int Suppressed)? Search(SomeRecords records)
    {
        (double Value, int Suppressed)? best = null;
        foreach (var node in Nodes(records))
        {
            if (Evaluate(records, node) is { } outcome && (best is null || outcome.Value < best.Value.Value - 1e-9))
            {
                best = outcome;
            }
        }

        return best;
    }

    public static IEnumerable<int[]> Nodes(SomeRecords records) =>
        records.Trees.Aggregate((IEnumerable<int[]>)[[]], (nodes, tree) => nodes.SelectMany(node => Enumerable.Range(0, tree[0].Length).Select(level => (int[])[.. node, level])));

    public static (double Value, int Suppressed)? Evaluate(SomeRecords records, int[] node)
    {
        string Key(int[] row) => string.Join('|', row.Select((leaf, j) => records.Trees[j][leaf][node[j]]));
        var classes = Enumerable.Range(0, records.Rows.Length).GroupBy(r => Key(records.Rows[r])).ToDictionary(g => g.Key, g => g.ToArray());
        var population = records.Population?.GroupBy(Key).ToDictionary(g => g.Key, g => g.Count());
        if (records.Models.Presence is { Least: > 0 } && population!.Keys.Any(k => !classes.ContainsKey(k)))
        {
            return null;
        }

        var failing = classes.Where(c => !Holds(records, c.Value, population?.GetValueOrDefault(c.Key) ?? 0)).ToArray();
        while (classes.Except(failing).Where(c => IsRare(records, node, c.Value[0], [.. classes.Except(failing).SelectMany(o => o.Value)])).ToArray() is { Length: > 0 } rare)
        {
            failing = [.. failing, .. rare];
        }

        var suppressed = failing.Sum(c => c.Value.Length);
        return suppressed > Math.Floor(records.Limit * records.Rows.Length)
            ? null
            : (Value(records, node, classes, [.. failing.SelectMany(c => c.Value)], classes.Count - failing.Length), suppressed);
    }

    private static bool IsRare(SomeRecords records, int[] node, int row, int[] kept)
    {
        string Label(int r, int j) => records.Trees[j][records.Rows[r][j]][node[j]];
        return records.Models.Rare.Any(rule => kept.Count(other => rule.Attributes.All(j => Label(other, j) == Label(row, j))) < rule.Least);
    }

    private static bool Holds(SomeRecords records, int[] rows, int persons)
    {
        var m = records.Models;
        var counts = rows.GroupBy(r => records.Sensitive[r]).Select(g => g.Count()).OrderDescending().ToArray();
        double n = rows.Length;
        return rows.Length >= m.K
            && (m.KMap is not { } map || persons >= map)
            && (m.Presence is not { } p || (n / persons >= p.Least && n / persons <= p.Most))
            && (m.DistinctL is not { } l || counts.Length >= l)
            && (m.EntropyL is not { } e || counts.Sum(c => -c / n * Math.Log(c / n)) >= Math.Log(e) - 1e-9)
            && (m.Recursive is not { } r || counts[0] < r.C * counts.Skip(r.L - 1).Sum())
            && (m.T is not { } t || Distance(records, rows) <= t + 1e-12);
    }

    private static double Distance(SomeRecords records, int[] rows)
    {
        // The canonical values are those that occur; a hierarchy's order keeps s0 … s3, whose tree joins s0 with s1 and s2 with s3.
        var values = records.Sensitive.Distinct().Order().ToArray();
        double P(int v) => rows.Count(r => records.Sensitive[r] == v) / (double)rows.Length;
        double Q(int v) => records.Sensitive.Count(s => s == v) / (double)records.Sensitive.Length;
        switch (records.Models.Distance)
        {
            case Anonymize.RecordFiles.Models.Distance.Equal:
                return values.Sum(v => Math.Abs(P(v) - Q(v))) / 2;
            case Anonymize.RecordFiles.Models.Distance.Ordered:
                return values.Length == 1 ? 0 : values.Select((_, i) => Math.Abs(values.Take(i + 1).Sum(v => P(v) - Q(v)))).Sum() / (values.Length - 1);
            default:
                // Mass is matched within pairs at ½, the rest across at 1.
                double within = 0, across = 0;
                foreach (var pair in new int[][] { [0, 1], [2, 3] })
                {
                    var excess = pair.Select(v => P(v) - Q(v)).ToArray();
                    within += Math.Min(excess.Where(x => x > 0).Sum(), -excess.Where(x => x < 0).Sum());
                    across += Math.Max(0, excess.Sum());
                }

                return (within / 2) + across;
        }
    }

    private static double Value(SomeRecords records, int[] node, Dictionary<string, int[]> classes, int[] suppressed, int kept)
    {
        var n = records.Rows.Length;
        var gone = suppressed.ToHashSet();
        string Label(int row, int j) => records.Trees[j][records.Rows[row][j]][node[j]];
        double Mean(Func<int, double> attribute) => Enumerable.Range(0, records.Attributes).Average(attribute);
        double Loss(int j)
        {
            var leaves = records.Trees[j].Length;
            var share = Enumerable.Range(0, n).Sum(r => gone.Contains(r) ? 1 : records.Trees[j].Count(t => t[node[j]] == Label(r, j)) / (double)leaves);
            var least = n / (double)leaves;
            return leaves == 1 ? 0 : (share - least) / (n - least);
        }

        switch (records.Measure)
        {
            case Measure.Loss:
                return Math.Pow(Enumerable.Range(0, records.Attributes).Aggregate(1.0, (product, j) => product * (1 + Loss(j))), 1.0 / records.Attributes) - 1;
            case Measure.LossArithmetic:
                return Mean(Loss);
            case Measure.Discernibility:
                return classes.Values.Sum(c => gone.Contains(c[0]) ? (double)n * c.Length : (double)c.Length * c.Length);
            case Measure.Aecs:
                return n / (double)(kept + (gone.Count > 0 ? 1 : 0));
            case Measure.Precision:
                return Mean(j => Enumerable.Range(0, n).Average(r => gone.Contains(r) ? 1 : records.Trees[j][0].Length == 1 ? 0 : node[j] / (records.Trees[j][0].Length - 1.0)));
            default:
                return Enumerable.Range(0, records.Attributes).Sum(j =>
                {
                    var bits = Enumerable.Range(0, n).Sum(r =>
                        Math.Log2(Enumerable.Range(0, n).Count(o => Label(o, j) == Label(r, j)) / (double)records.Rows.Count(o => o[j] == records.Rows[r][j])));
                    return bits + suppressed.Sum(r => Math.Log2(suppressed.Length / (double)suppressed.Count(o => Label(o, j) == Label(r, j))));
                });
        }
    }
}
