using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
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
