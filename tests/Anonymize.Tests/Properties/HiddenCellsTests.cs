using Anonymize.Explaining;
using Anonymize.Tests.Oracle;
using Publication.Ledgers;
using Publication.Rules;
using Publication.Verification;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Why a cell is hidden, as cleared eyes are told.</summary>
public sealed class HiddenCellsTests
{
    [Fact]
    public void SmallFigure_IsPrimaryAndTheOneHiddenForItsSakeIsNot()
    {
        var hidden = Explain(SmallWorlds.Rules(k: 3), [.. SmallWorlds.Persons(2, 0), .. SmallWorlds.Persons(9, 1), .. SmallWorlds.Persons(20, 2)]);
        Assert.Equal([("R1", 0), ("", 1)], hidden.Select(h => (string.Join(',', h.Rules), h.Cell)));
        Assert.Equal([true, false], hidden.Select(h => h.IsPrimary));

        // One person moved from the one sector to the other is the only alternative that the certificate has.
        Assert.All(hidden, h => Assert.Equal((2, 1), (h.Possible, h.Width)));
    }

    [Fact]
    public void FigureThatAPartnerNearlyKnows_IsNamedByItsOwnRule()
    {
        Person[] others = [.. Enumerable.Repeat(new Person([1], [false]), 2)];
        var hidden = Explain(SmallWorlds.Rules(k: 3) with { Rho = 3 }, [.. SmallWorlds.Persons(2, 0), .. SmallWorlds.Persons(9, 1), .. others, .. SmallWorlds.Persons(20, 2)]);
        Assert.Equal([("R1", 0), ("R5", 1)], hidden.Select(h => (string.Join(',', h.Rules), h.Cell)));
    }

    /// <summary>A table of three sectors with the first two hidden.</summary>
    private static IReadOnlyList<HiddenCell> Explain(RuleSet rules, Person[] persons)
    {
        var sector = SmallWorlds.Variable("sector", "fishing", "mining", "farming");
        var table = SmallWorlds.OneWay("sector", sector, ["fishing"], ["mining"], ["farming"]);
        var instance = new Instance { Variables = [sector], Impossible = [], Persons = persons, Partners = 1, Rules = rules, Releases = [[table]] };
        var content = Patterns.Fill(instance, [table], Ledger.Empty, (cell, _) => cell.Nodes.Any(n => n.Leaves is ["fishing"] or ["mining"]));
        var witness = new Witness([[0], [1]], [1, -1]);
        var certificate = new Certificate("", new Dictionary<string, IReadOnlyList<Witness>>(StringComparer.Ordinal) { [Instance.Population] = [witness] });
        return HiddenCells.Of(content, certificate, Patterns.Records(instance), rules);
    }
}
