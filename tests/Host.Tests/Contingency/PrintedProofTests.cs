using Host.Contingency;
using Host.Tests.Support;
using Host.Verifying;
using Xunit;

namespace Host.Tests.Contingency;

/// <summary>What a foreign folder's public proof is worth: a, b are one row, c and d are hidden.</summary>
[Trait("culture", "first")]
public sealed class PrintedProofTests : IDisposable
{
    private const string Groups = """ "a": ["a+b"], "b": ["a+b"], "c": [], "d": [] """;
    private const string Honest = """ ["a", 10], ["b", 10], ["c", 15], ["d", 15] """;
    private const string OfC = """ { "table": "t", "at": ["c"], "changes": [["c", 1], ["d", -1]] } """;
    private const string OfD = """ { "table": "t", "at": ["d"], "changes": [["c", 1], ["d", -1]] } """;
    private const string OfA = """ { "table": "t", "at": ["a"], "changes": [["a", 1], ["b", -1]] } """;

    private readonly SomeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>A change that nobody asks for does not stand for one that is missing.</summary>
    [Theory]
    [InlineData(OfC + "," + OfD, true)]
    [InlineData(OfC + "," + OfD + "," + OfA, true)]
    [InlineData(OfC + "," + OfA, null)]
    [InlineData(OfC, null)]
    public void Proof_IsCompleteWhereAllThatIsAskedForIsThere(string cells, bool? isProven)
    {
        var results = Check(Groups, Honest, cells);
        Assert.True(Of(results, "VerifyProof").Holds);
        Assert.Equal((isProven, isProven is null ? "1" : "2"), (Of(results, "VerifyProven").Holds, Of(results, "VerifyProven").Subject));
    }

    /// <summary>Persons of a row who are in none of its categories, in a category and not in its row, or in two of them.</summary>
    [Theory]
    [InlineData("\"x\": [\"a+b\"],", """ ["x", 20], ["c", 15], ["d", 15] """)]
    [InlineData("\"x\": [\"a\"],", Honest)]
    [InlineData("\"x\": [\"a\", \"b\", \"a+b\"],", Honest)]
    public void RowsThatAreNotTheirMembers_AreNoProof(string group, string people) =>
        Assert.False(Of(Check(group + Groups, people, OfC + "," + OfD), "VerifyProof").Holds);

    private static CheckResult Of(IEnumerable<CheckResult> results, string check) => Assert.Single(results, r => r.Check == check);

    private CheckResult[] Check(string groups, string people, string cells)
    {
        File.WriteAllText(_folder["t.csv"], "v,value,status\na+b,20,\nc,,c\nd,,c\nTotal,50,\n");
        File.WriteAllText(_folder["tables.json"], """
            { "schemaVersion": 1, "tables": [ { "id": "t", "file": "t.csv", "by": ["v"], "where": {}, "decimals": 0, "hiddenMin": 1,
              "axes": [ { "column": "v", "variable": "v", "rows": [ { "code": "a+b", "members": ["a", "b"] }, { "code": "c", "members": ["c"] }, { "code": "d", "members": ["d"] } ] } ] } ] }
            """);
        File.WriteAllText(_folder["proof.json"], $$"""
            { "schemaVersion": 1, "publicProof": "complete", "k": 3, "variables": [ { "name": "v", "groups": { {{groups}} } } ], "base": [ {{people}} ], "cells": [ {{cells}} ] }
            """);
        return [.. PrintedProof.Check(_folder.Path, PrintedTables.Read(_folder.Path, TestContext.Current.CancellationToken))];
    }
}
