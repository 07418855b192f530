using System.Text.Json;
using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

/// <summary>What the public proof says to everybody besides what the tables say.</summary>
[Trait("culture", "first")]
public sealed class PublicProofTests
{
    /// <summary>Of seven categories there are more sets than are all looked at; those that are come from the records.</summary>
    [Theory]
    [InlineData(7, false)]
    [InlineData(3, true)]
    public void SetsOfCategories_AreNamedOnlyWhereAllAre(int categories, bool isNamed)
    {
        string[] single = [.. Enumerable.Range(0, categories).Select(c => $"c{c}")];
        string[] sets = [.. single, "c0;c1;c2"];
        var spec = new ContingencySpec
        {
            Variables = [new VariableSpec("v0", VariableSpecRole.Other, [], null) { Multiple = ";" }],
            Tables = [SomeTables.Table("t", "v0")],
            Rules = new ContingencyRules { K = 3 },
        };
        var records = new ContingencyRecords(["v0"], [sets], [[.. Enumerable.Range(0, sets.Length)]], [.. sets.Select((_, i) => 2L + (i * 3))]);
        var proof = Proof(spec, records);
        Assert.Equal(isNamed, proof.GetProperty("variables").GetArrayLength() > 0);
        Assert.Equal(isNamed, proof.GetProperty("base").GetArrayLength() > 0);
        Assert.Equal(isNamed ? "complete" : "partial", proof.GetProperty("publicProof").GetString());
        Assert.True(isNamed || proof.GetProperty("cells").GetArrayLength() == 0);
    }

    /// <summary>Of towns only their regions are printed; which towns occur is not said.</summary>
    [Fact]
    public void CodesFinerThanAnyTablePrints_AreNotNamed()
    {
        var table = SomeTables.Table("t", "v0", "v1") with { Levels = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["v0"] = ["region"] } };
        var (spec, records) = SomeTables.Of([6, 2], [1, 20, 1, 11, 10, 9, 8, 7, 9, 9, 4, 12], new ContingencyRules { K = 5 }, regions: 2, table);
        var proof = Proof(spec, records);
        Assert.Equal("complete", proof.GetProperty("publicProof").GetString());
        Assert.True(proof.GetProperty("cells").GetArrayLength() > 0);
        Assert.DoesNotContain("\"a0", proof.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"b00\"", proof.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>A town in a pooled row of one table that another prints and hides is asked about under both where the base has it small.</summary>
    [Fact]
    public void WhatOneTablePoolsAndAnotherHides_IsProvedUnderBoth()
    {
        var asked = 0;
        for (var seed = 0; asked < 3 && seed < 60; seed++)
        {
            var outcome = new SomePools([4 + (seed % 2), 2], 900 + seed, new ContingencyRules { K = 3 + (seed % 3), Level = (ContingencyLevel)(seed % 3) }, false, ["v0"], ["v0", "v1"]).Protect(TestContext.Current.CancellationToken);
            using var document = JsonDocument.Parse(outcome.Blocking is null ? outcome.PublicProof : "{}"u8.ToArray());
            if (outcome.Blocking is not null || outcome.Summary?.PublicProofComplete is not true)
            {
                continue;
            }

            var proof = document.RootElement;
            var towns = proof.GetProperty("base").EnumerateArray().GroupBy(b => b[0].GetString()!, b => b[2].GetInt64(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(), StringComparer.Ordinal);
            var within = outcome.Tables[1].Pools["v0"].Where(r => r.Members.Count > 1).SelectMany(r => r.Members).ToHashSet(StringComparer.Ordinal);
            foreach (var (codes, _) in SomeTables.Cells(outcome.Tables[0]).Where(c => c.Shown is null && within.Contains(c.Codes[0]) && towns.GetValueOrDefault(c.Codes[0]) is > 0 and var n && n < proof.GetProperty("k").GetInt64()))
            {
                asked++;
                Assert.Contains(proof.GetProperty("cells").EnumerateArray(), c => c.GetProperty("table").GetString() == "t1" && c.GetProperty("at")[0].GetString() == codes[0] && c.GetProperty("at")[1].GetString() == "Total");
            }
        }

        Assert.True(asked >= 3, $"{asked}");
    }

    [Fact]
    public void K_IsInTheUnitsOfTheFigures()
    {
        var (spec, records) = SomeTables.Of([4], [20, 30, 200, 300], new ContingencyRules { K = 5 });
        Assert.Equal(50, Proof(spec with { Decimals = 1 }, records).GetProperty("k").GetInt64());
    }

    private static JsonElement Proof(ContingencySpec spec, ContingencyRecords records)
    {
        var outcome = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Blocking);
        using var document = JsonDocument.Parse(outcome.PublicProof);
        return document.RootElement.Clone();
    }
}
