using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>
/// The engine and its gate against the attacker with unlimited time, on random worlds: what is certified is safe against outsiders, every
/// person, every partner and whoever knows how pools are made, together with everything published before; what is refused, no pattern could
/// save. One look at a world judges every promise; each test is about one.
/// </summary>
[Trait("culture", "first")]
public sealed class EnginePropertiesTests(JudgedWorlds worlds) : IClassFixture<JudgedWorlds>
{
    internal static readonly string[] Attackers = ["R1", "R3", "R5", "R9", "person", "pool"];

    private Tally Tally => worlds.Survey.Tally;

    /// <summary>A quarter certified and a quarter refused, in a third hiding the primaries alone would leak, half with linked tables and a hierarchy.</summary>
    [Fact]
    public void Worlds_AreAsMixedAsTheyMustBe()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Tally.ToString());

        AssertShare("judged", 80, "worlds");
        AssertShare("certified", 25, "judged");
        AssertShare("refused", 25, "judged");
        AssertShare("primaries alone leak", 30, "judged");
        AssertShare("linked with a hierarchy", 50, "judged");
        Assert.All(Attackers.Except(["R9", "pool"]), a => AssertShare("certified against " + a, 10, "certified"));
        Assert.All(new[] { "R9", "pool" }, a => AssertShare("certified against " + a, 2, "certified"));
    }

    /// <summary>§11.1.</summary>
    [Fact]
    public void WhateverTheEngineCertifies_IsSafeFromOutsiders() => worlds.Survey.AssertKept(JudgedWorlds.Outsiders);

    /// <summary>§11.10: every partner, and every person counted.</summary>
    [Fact]
    public void WhateverTheEngineCertifies_IsSafeFromInsiders() => worlds.Survey.AssertKept(JudgedWorlds.Insiders);

    [Fact]
    public void WhateverTheEngineCertifies_PassesTheGate() => worlds.Survey.AssertKept(JudgedWorlds.Gate);

    [Fact]
    public void WhateverTheEngineRefuses_NoPatternCouldSave()
    {
        worlds.Survey.AssertKept(Survey.Crash);

        Assert.True(Tally["refused needlessly"] * 50 <= Tally["refused"], Tally.ToString());
    }

    /// <summary>§11.2.</summary>
    [Fact]
    public void HidingOneMoreCell_KeepsTheCertificateGood()
    {
        worlds.Survey.AssertKept(JudgedWorlds.Monotony);

        AssertShare("hidden one more", 80, "certified");
    }

    /// <summary>§11.4, in the tables of one release and over releases; chains of releases have more of it.</summary>
    [Fact]
    public void OneDefinition_HasOneState()
    {
        worlds.Survey.AssertKept(JudgedWorlds.State);

        AssertShare("definitions met again in a release", 100, "certified");
    }

    /// <summary>§11.5.</summary>
    [Fact]
    public void ShownFigures_AddUp()
    {
        worlds.Survey.AssertKept(JudgedWorlds.Sums);

        AssertShare("figures recounted", 100, "certified");
        AssertShare("sums checked", 100, "certified");
    }

    /// <summary>§11.9.</summary>
    [Fact]
    public void ForgedCertificate_PassesOnlyWhereItIsAProof()
    {
        worlds.Survey.AssertKept(JudgedWorlds.Forgery);

        AssertShare("forged", 1_000, "certified");
        AssertShare("forged and refused", 60, "forged");
        AssertShare("forged and still a proof", 2, "forged");
        Assert.All(Forger.Kinds, k => AssertShare("forged and refused: " + k, 5, "certified"));
    }

    /// <summary>§11.11.</summary>
    [Fact]
    public void WitnessInPlaceOfTheTruth_PublishesTheSameBytes()
    {
        worlds.Survey.AssertKept(JudgedWorlds.Bytes);

        AssertShare("witnesses swapped in", 400, "certified");
    }

    private void AssertShare(string some, int percent, string all) =>
        Assert.True((long)Tally[some] * 100 >= (long)Tally[all] * percent && Tally[all] > 0, $"{some}: less than {percent} % of {all}. {Tally}");
}
