using Publication.Ledgers;
using Publication.Tables;
using Publication.Verification;
using Xunit;

namespace Publication.Tests.Verification;

/// <summary>Which of everything ever published belongs to the system of a release.</summary>
public sealed class PublicKnowledgeTests
{
    private static readonly PublishedTable Second = Bulletin.Print(Bulletin.Sectors("second", Bulletin.In("q2")), "c", "c", "4", "3", "9");
    private static readonly PublishedTable Year = Bulletin.Print(Bulletin.Sectors("year"), "c", "c", "10", "8", "23");

    [Fact]
    public void AnotherQuarter_IsAboutOtherPersons()
    {
        var knowledge = After(Bulletin.FirstQuarter);

        Assert.All(knowledge.Facts, f => Assert.Contains("quarter=q2", f.Cell.Key, StringComparison.Ordinal));
        Assert.Equal(["second"], knowledge.Guarded.Select(g => g.Design.Id));
    }

    [Fact]
    public void Year_BringsInItsQuarters()
    {
        var ledger = Ledger.Empty.Append(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.Rules).Append(Bulletin.Content(Second), Bulletin.Rules);

        var knowledge = PublicKnowledge.Of(Bulletin.Population, Bulletin.Content(Year), Bulletin.Rules, ledger);

        Assert.Equal(["year", "first", "second"], knowledge.Guarded.Select(g => g.Design.Id));
        Assert.Equal(8, knowledge.Facts.Count);
    }

    [Fact]
    public void QuarterBesideAnEarlierYear_BringsInTheOtherQuarterToo()
    {
        var ledger = Ledger.Empty.Append(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.Rules).Append(Bulletin.Content(Year), Bulletin.Rules);

        var knowledge = PublicKnowledge.Of(Bulletin.Population, Bulletin.Content(Second), Bulletin.Rules, ledger);

        Assert.Equal(["second", "year", "first"], knowledge.Guarded.Select(g => g.Design.Id));
    }

    /// <summary>Somebody else printed the year's total: with it the quarters are one system, though no table of ours spans them.</summary>
    [Fact]
    public void OutsideFigureOverSeveralQuarters_TiesThemTogether()
    {
        var outside = new BackgroundFact(new CellDefinition(Bulletin.Population, []), 23, 23, "ministry");

        var knowledge = After(Bulletin.FirstQuarter, outside);

        Assert.Equal(["second", "first"], knowledge.Guarded.Select(g => g.Design.Id));
        Assert.Contains(new Fact(outside.Cell, 23, 23), knowledge.Facts);
    }

    [Fact]
    public void OutsideFigureAboutAnotherQuarter_IsLeftOut()
    {
        var knowledge = After(Bulletin.FirstQuarter, new BackgroundFact(new CellDefinition(Bulletin.Population, [Bulletin.In("q1")]), 14, 14, "ministry"));

        Assert.Equal(["second"], knowledge.Guarded.Select(g => g.Design.Id));
        Assert.Equal(3, knowledge.Facts.Count);
    }

    [Fact]
    public void LinkDeclaredForTheFirstTime_IsNewsAboutEarlierReleases()
    {
        var link = new ImpossibleCombination(Bulletin.Population, [new Node("sector", ["s4"])]);
        var silent = Ledger.Empty.Append(Bulletin.Content(Bulletin.FirstQuarter), Bulletin.Rules);
        var told = Ledger.Empty.Append(Bulletin.Content([link], Bulletin.FirstQuarter), Bulletin.Rules);

        Assert.Equal(["second", "first"], PublicKnowledge.Of(Bulletin.Population, Bulletin.Content([link], Second), Bulletin.Rules, silent).Guarded.Select(g => g.Design.Id));
        Assert.Equal(["second"], PublicKnowledge.Of(Bulletin.Population, Bulletin.Content([link], Second), Bulletin.Rules, told).Guarded.Select(g => g.Design.Id));
        Assert.Single(PublicKnowledge.Of(Bulletin.Population, Bulletin.Content(Second), Bulletin.Rules, told).Impossible);
    }

    [Fact]
    public void CannotOccur_IsAFigureOfZero_HiddenIsNone()
    {
        var facts = PublicKnowledge.FactsOf(Bulletin.Print(Bulletin.Sectors("first", Bulletin.In("q1")), "z", "c", "x", "0", "5")).ToArray();

        Assert.Equal([(0, 0), (0, 0), (5, 5)], facts.Select(f => (f.Low, f.High)));
    }

    [Fact]
    public void OtherPopulation_IsNotConcerned() =>
        Assert.Empty(PublicKnowledge.Of("possible victims", Bulletin.Content(Year), Bulletin.Rules, Ledger.Empty).Guarded);

    private static PublicKnowledge After(PublishedTable first, params BackgroundFact[] outside) => PublicKnowledge.Of(
        Bulletin.Population, Bulletin.Content(Second), Bulletin.Rules, Ledger.Empty.Append(Bulletin.Content(first), Bulletin.Rules).WithBackground(outside));
}
