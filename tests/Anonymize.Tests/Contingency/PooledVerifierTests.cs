using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Publication.Rules;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>Layouts that an engine could choose by mistake, handed to the verifier with every alternative there is.</summary>
[Trait("culture", "first")]
public sealed class PooledVerifierTests
{
    private static readonly ContingencyRules Five = new() { K = 5, Level = ContingencyLevel.Band };

    /// <summary>Three times four is twelve, and there is only one way (docs/rules/layouts-and-pooled-rows.md).</summary>
    [Fact]
    public void PoolThatItsRuleSettles_IsRefusedUntilOneMoreRowJoins()
    {
        Assert.Contains(Verify([4, 4, 4, 6, 20], ["a00+a01+a02", "a03", "a04"]), f => f.Kind == TabulationFindingKind.NotReached);
        Assert.Empty(Verify([4, 4, 4, 6, 20], ["a00+a01+a02+a03", "a04"]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void PoolFormula_SaysExactlyWhenEveryMemberIsFree(int members)
    {
        for (var code = 0; code < (int)Math.Pow(5, members); code++)
        {
            long[] pool = [.. Enumerable.Range(0, members).Select(m => (long)(code / (int)Math.Pow(5, m) % 5))];
            var sum = pool.Sum();
            if (sum >= 5 && pool.SequenceEqual(pool.Order()))
            {
                var isFree = Verify([.. pool, 20], [string.Join('+', pool.Select((_, m) => $"a{m:00}")), $"a{members:00}"]).Count == 0;
                Assert.Equal(sum is >= 4 && sum <= 4 * (members - 1), isFree);
            }
        }
    }

    [Fact]
    public void CategoryWithNobodyApart_IsRefusedBesideAPool()
    {
        Assert.Equal([TabulationFindingKind.ZeroApart], Verify([3, 0, 3, 20], ["a00+a02", "a01", "a03"]).Select(f => f.Kind).Where(k => k != TabulationFindingKind.NotReached));
        Assert.Empty(Verify([3, 0, 3, 20], ["a00+a01+a02", "a03"]));
        Assert.Empty(Verify([6, 0, 7, 20], ["a00", "a01", "a02", "a03"]));
    }

    /// <summary>Nobody's categories are in pools, so a hidden one beside a pool has somebody; where no row is pooled, 0 stays possible.</summary>
    [Fact]
    public void SmallCategoryApart_IsRefusedBesideAPool()
    {
        Assert.Contains(Verify([2, 2, 2, 20], ["a00", "a01+a02", "a03"]), f => f.Kind == TabulationFindingKind.NotReached);
        Assert.Empty(Verify([2, 2, 2, 20], ["a00", "a01", "a02", "a03"]));
    }

    [Fact]
    public void RowsThatAreNoLayout_AreRefused()
    {
        foreach (var rows in new[] { new[] { "a00+a01", "a01+a02", "a03" }, ["a00+a01", "a03"], ["a00", "a00+a01", "a02+a03"] })
        {
            Assert.Contains(Verify([9, 9, 9, 9], rows), f => f.Kind == TabulationFindingKind.LayoutBroken);
        }
    }

    /// <summary>The table of both variables pools a small category, the table beside it gives it away by what it leaves over.</summary>
    [Fact]
    public void TwoTables_ThatSubtractToASmallCategoryAreRefused()
    {
        var pooled = Table("a", ["a00+a01", "a02"], [3, 9, 20]);
        Assert.Empty(Verify([3, 9, 20], pooled));
        Assert.Contains(Verify([3, 9, 20], pooled, Table("b", ["a00+a02", "a01"], [3, 9, 20])), f => f.Kind == TabulationFindingKind.NotReached);
    }

    /// <summary>A table that crosses more takes unions of the rows of the one that crosses less; other rows would be new differences.</summary>
    [Fact]
    public void RowsOfACrossing_AreUnionsOfThoseOfTheTableBesideIt()
    {
        Assert.Contains(TabulationFindingKind.LayoutBroken, Kinds([[[0, 1], [2]], [[0], [1, 2]]]));
        Assert.DoesNotContain(TabulationFindingKind.LayoutBroken, Kinds([[[0], [1], [2]], [[0], [1, 2]]]));
        Assert.DoesNotContain(TabulationFindingKind.LayoutBroken, Kinds([[[0, 1], [2]], [[0, 1, 2]]]));
    }

    /// <summary>
    /// Rows taken from the table beside them hold 2 women in the second sector. That they may be anything from 1 to 8 is enough there (R9), and is not where the crossing stands by itself and
    /// must let them be nobody; one possible number is enough nowhere.
    /// </summary>
    [Fact]
    public void MembersOfACrossing_MustNotBeSettledToBeSmall()
    {
        long[] counts = [9, 7, 7, 2];
        int[][] all = [[0], [1]];
        var alone = Crossed("one", [0], [all], counts);
        var crossed = Crossed("two", [0, 1], [[[0, 1]], all], counts);
        TabulationWitness[] some = [Swap(1), Swap(-1), Swap(6)];
        Assert.Empty(Findings([alone, crossed], some));
        Assert.Equal([TabulationFindingKind.NotReached], Findings([crossed], some).Distinct());
        Assert.Equal([TabulationFindingKind.NotReached], Findings([alone, crossed], []).Distinct());

        // So many women more in the second sector, and men in the first.
        static TabulationWitness Swap(long more) => new([[0, 0], [0, 1], [1, 0], [1, 1]], [more, -more, -more, more]);

        IEnumerable<TabulationFindingKind> Findings(TabulatedTable[] tables, TabulationWitness[] witnesses) => TabulationVerifier.Verify(
            new Tabulation(tables, Demands(2), []), new TabulatedRecords([2, 2], [[0, 0], [0, 1], [1, 0], [1, 1]], counts, []), witnesses).Select(f => f.Kind);
    }

    private static TabulationFindingKind[] Kinds(int[][][] rows)
    {
        long[] counts = [9, 9, 9, 9, 9, 9];
        TabulatedTable[] tables = [Crossed("one", [0], [rows[0]], counts), Crossed("two", [0, 1], [rows[1], [[0], [1]]], counts)];
        return [.. TabulationVerifier.Verify(new Tabulation(tables, Demands(2), []), new TabulatedRecords([3, 2], [[0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1]], counts, []), []).Select(f => f.Kind)];
    }

    private static TabulationRules Demands(int variables) => new(5, ProtectionLevel.Band, ZeroRule.Free, [], -1, 0, new bool[variables]);

    /// <summary>A table of a first variable, whose rows are pooled, and perhaps a second one of two categories; small figures are hidden.</summary>
    private static TabulatedTable Crossed(string id, int[] by, int[][][] rows, long[] counts)
    {
        int[] all = [.. Enumerable.Range(0, counts.Length / 2)];
        int[][][] categories = [.. by.Select(v => (int[][])[.. rows[v], v == 0 ? all : [0, 1]])];
        var cells = categories.Aggregate((IEnumerable<int[][]>)[[]], (crossed, sets) => crossed.SelectMany(_ => sets, (c, s) => (int[][])[.. c, s]));
        long?[] shown = [.. cells.Select(c => c[0].Sum(first => (c.Length > 1 ? c[1] : [0, 1]).Sum(second => counts[(first * 2) + second]))).Select(sum => sum is >= 1 and < 5 ? (long?)null : sum)];
        return new TabulatedTable(id, by, categories, [all, [0, 1]], shown) { Pools = [new PooledCategories(0, [.. all.Select(c => (int[])[c])], new bool[all.Length], rows[0].Length)] };
    }

    private static IReadOnlyList<TabulationFinding> Verify(long[] counts, string[] rows) => Verify(counts, Table("t", rows, counts));

    /// <summary>One variable; every change to another population of as many persons is a witness.</summary>
    private static IReadOnlyList<TabulationFinding> Verify(long[] counts, params TabulatedTable[] tables)
    {
        var (spec, records) = SomeTables.Of([counts.Length], counts, Five);
        var maker = new TabulationMaker(SomeTables.System(spec, records), records, partner: null);
        var rules = maker.Make(spec, new bool[counts.Length + 1]).Rules;
        var witnesses = Changes(counts, tables).ToArray();
        return [.. TabulationVerifier.Verify(new Tabulation(tables, rules, []), maker.Records, witnesses).Where(f => f.Kind != TabulationFindingKind.WitnessImpossible)];
    }

    private static TabulatedTable Table(string id, string[] rows, long[] counts)
    {
        int[][] categories = [.. rows.Select(r => r.Split('+').Select(c => int.Parse(c[1..], System.Globalization.CultureInfo.InvariantCulture)).ToArray()), [.. Enumerable.Range(0, counts.Length)]];
        return new TabulatedTable(id, [0], [categories], [categories[^1]], [.. categories.Select(c => c.Sum(x => counts[x]) is var sum && sum is >= 1 and < 5 ? (long?)null : sum)])
        {
            Pools = [new PooledCategories(0, [.. Enumerable.Range(0, counts.Length).Select(c => (int[])[c])], new bool[counts.Length], rows.Length)],
        };
    }

    /// <summary>Changes that leave every shown figure. Some break what a reader knows who knows why rows are pooled, and are no alternatives for this one.</summary>
    private static IEnumerable<TabulationWitness> Changes(long[] counts, TabulatedTable[] tables)
    {
        var delta = new long[counts.Length];
        return Next(0);

        IEnumerable<TabulationWitness> Next(int category)
        {
            if (category == counts.Length)
            {
                return delta.All(d => d == 0) || tables.Any(t => t.Categories[0].Zip(t.Shown).Any(c => c.Second is not null && c.First.Sum(x => delta[x]) != 0)) ? []
                    : [new TabulationWitness([.. delta.Index().Where(d => d.Item != 0).Select(d => (int[])[d.Index])], [.. delta.Where(d => d != 0)])];
            }

            return Enumerable.Range(-6, 13).Where(d => counts[category] + d is >= 0 and <= 30 && (counts[category] < 15 || d == 0)).SelectMany(d =>
            {
                delta[category] = d;
                return Next(category + 1).ToArray();
            });
        }
    }
}
