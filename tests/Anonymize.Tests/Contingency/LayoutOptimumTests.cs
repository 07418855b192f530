using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>What the chosen layouts show, beside all layouts there are with every choice of what to hide.</summary>
[Trait("culture", "first")]
public sealed class LayoutOptimumTests
{
    private const double Least = 1e-4;

    [Fact]
    public void NothingSafe_ShowsMoreThanTheBoundAndMostlyNothingMoreThanWhatIsChosen()
    {
        var (reached, proved, worlds) = (0, 0, 0);
        for (var i = 0; i < 36; i++)
        {
            var rules = new ContingencyRules { K = 3, Level = i % 2 == 0 ? ContingencyLevel.Band : ContingencyLevel.Exact };
            var world = (i % 3) switch
            {
                0 => new SomePools([5], 700 + i, rules, false, ["v0"]),
                1 => new SomePools([3, 2], 700 + i, rules, false, ["v0", "v1"]),
                _ => new SomePools([3, 2], 700 + i, rules, false, ["v0"], ["v0", "v1"]),
            };
            var outcome = world.Protect(TestContext.Current.CancellationToken);
            if (outcome.Blocking is not null || world.Counts.Sum() == 0)
            {
                continue;
            }

            worlds++;
            var layouts = outcome.Summary!.Layouts!;
            var best = MostOf(world) / (world.Counts.Sum() * outcome.Tables.Count);
            Assert.Equal(LayoutReach.Every, layouts.Reach);
            Assert.True(layouts.Detail <= best + Least, $"{i}: {layouts.Detail} of {best}");
            Assert.True(layouts.Bound >= best - Least, $"{i}: {best} above {layouts.Bound}");
            reached += layouts.Detail >= best - Least ? 1 : 0;
            proved += layouts.Gap < Least ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage("{0} of {1} reached, {2} proved", reached, worlds, proved);
        Assert.True(worlds >= 24 && reached >= worlds * 2 / 3 && proved >= worlds / 3, $"{reached} of {worlds} reached, {proved} proved");
    }

    /// <summary>Every layout is protected by the same engine; none shows more than the one that was chosen.</summary>
    [Fact]
    public void EveryLayoutProtected_ShowsNoMore()
    {
        for (var i = 0; i < 12; i++)
        {
            var weights = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal) { ["v0"] = new Dictionary<string, double>(StringComparer.Ordinal) { ["a01"] = 3, ["a02"] = 0.5 } };
            var world = new SomePools([4, 2], 800 + i, new ContingencyRules { K = 3, Weights = i % 2 == 0 ? weights : new ContingencyRules().Weights }, false, ["v0", "v1"]);
            var outcome = world.Protect(TestContext.Current.CancellationToken);
            var (tables, isShown) = world.Read(outcome);
            var chosen = outcome.Blocking is null ? Shown(world, tables[0], isShown[0]) : -1;
            foreach (var rows in Partitions(4).Where(r => IsOfFamily(world, 0, r)))
            {
                var spec = world.Spec with { Tables = [world.Spec.Tables[0] with { Layouts = LayoutOf(rows) }] };
                var protection = ContingencyEngine.Protect(SomeTables.System(spec, world.Records), 5_000_000, TestContext.Current.CancellationToken);
                if (protection.Blocking is null)
                {
                    bool[] shown = [.. protection.System.Tables[0].Cells.Select(c => !protection.IsHidden[c])];
                    var table = new PooledOracle.Layout([0, 1], [Printed(rows), [[0], [1]]]);
                    Assert.True(Shown(world, table, shown) <= chosen + Least, $"{i}");
                }
            }
        }
    }

    /// <summary>The most that any safe publication of any layout shows. Margins are hidden all but the total, since whatever else is hidden makes nothing less safe.</summary>
    private static double MostOf(SomePools world)
    {
        var best = 0.0;
        var chosen = new int[world.Spec.Tables.Count][][];
        Next(0);
        return best;

        void Next(int t)
        {
            if (t < chosen.Length)
            {
                foreach (var rows in Partitions(world.Shape[0]).Where(r => IsOfFamily(world, t, r) && (t == 0 || chosen[0].All(finer => r.Any(row => finer.All(row.Contains))))))
                {
                    chosen[t] = rows;
                    Next(t + 1);
                }

                return;
            }

            PooledOracle.Layout[] tables = [.. world.Spec.Tables.Select((s, i) => new PooledOracle.Layout([.. s.By.Select(v => v[1] - '0')], [chosen[i], .. s.By.Skip(1).Select(_ => (int[][])[[0], [1]])]))];
            var cells = tables.Select(world.Oracle.CellsOf).ToArray();
            string[] inner = [.. cells.SelectMany(c => c).Where(c => c.IsInner && !world.Oracle.IsSmall(world.Oracle.ValueOf(c.Columns))).Select(KeyOf).Distinct()];
            for (var choice = 0; choice < 1 << inner.Length; choice++)
            {
                var keys = inner.Where((_, i) => (choice >> i & 1) == 1).Append(KeyOf(cells[0][^1])).ToHashSet(StringComparer.Ordinal);
                bool[][] isShown = [.. cells.Select(c => c.Select(x => keys.Contains(KeyOf(x))).ToArray())];
                var shown = tables.Select((table, i) => Shown(world, table, isShown[i])).Sum();
                if (shown > best + Least && world.Oracle.IsSafe(tables, isShown))
                {
                    best = shown;
                }
            }
        }

        static string KeyOf(PooledOracle.Cell cell) => string.Join(',', cell.Columns);
    }

    /// <summary>Persons with their weights ÷ declared cells, over the shown cells of no total; nobody where the total is hidden.</summary>
    private static double Shown(SomePools world, PooledOracle.Layout table, bool[] isShown)
    {
        var weights = world.Spec.Rules.Weights.GetValueOrDefault("v0");
        var cells = world.Oracle.CellsOf(table);
        return !isShown[^1] ? 0 : cells.Index().Where(c => c.Item.IsInner && isShown[c.Index]).Sum(c =>
            c.Item.Columns.Sum(column => world.Counts[column] * (weights?.GetValueOrDefault($"a{column / (world.Counts.Length / world.Shape[0]):00}", 1) ?? 1)) / c.Item.Declared);
    }

    /// <summary>Where something is pooled, nobody's category stands alone.</summary>
    private static bool IsOfFamily(SomePools world, int table, int[][] rows) => table < 0 || rows.All(r => r.Length == 1)
        || rows.All(r => r.Length > 1 || Enumerable.Range(0, world.Counts.Length).Any(c => c / (world.Counts.Length / world.Shape[0]) == r[0] && world.Counts[c] > 0));

    private static Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> LayoutOf(int[][] rows) =>
        new(StringComparer.Ordinal) { ["v0"] = [.. rows.Select(r => (IReadOnlyList<string>)[.. r.Select(c => $"a{c:00}")])] };

    /// <summary>Rows in the order of their codes.</summary>
    private static int[][] Printed(int[][] rows) => [.. rows.OrderBy(r => string.Join('+', r.Select(c => $"a{c:00}")), StringComparer.Ordinal)];

    private static IEnumerable<int[][]> Partitions(int size) => size == 0 ? [[]] : Partitions(size - 1).SelectMany(p =>
        p.Select((_, r) => (int[][])[.. p.Select((row, i) => i == r ? [.. row, size - 1] : row)]).Append([.. p, [size - 1]]));
}
