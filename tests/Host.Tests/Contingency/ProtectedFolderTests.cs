using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Host.Contingency;
using Host.Tests.Support;
using Xunit;

namespace Host.Tests.Contingency;

/// <summary>What is published of tables whose first variable, towns in regions, may be pooled.</summary>
[Trait("culture", "first")]
public sealed class ProtectedFolderTests
{
    /// <summary>Only regions are printed; no file says which towns there are.</summary>
    [Fact]
    public void CodesFinerThanAnyTablePrints_StandInNoFile()
    {
        using var folder = new SomeFolder();
        var table = Table("t", "town", "sector") with { Levels = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["town"] = ["region"] } };
        Assert.True(Publish(folder, 1, decimals: 0, table).Tables[0].Pools["town"].Count > 0);
        Assert.All(Directory.GetFiles(folder["published"]), f => Assert.DoesNotContain("town-", File.ReadAllText(f), StringComparison.Ordinal));
    }

    /// <summary>What the prover calls complete is complete to whoever adds it up.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void CompleteProof_IsReadAsComplete(int decimals)
    {
        var complete = 0;
        for (var seed = 1; seed <= 5; seed++)
        {
            using var folder = new SomeFolder();
            if (Publish(folder, seed, decimals, Table("towns", "town"), Table("crossed", "town", "sector")).Summary!.PublicProofComplete)
            {
                complete++;
                var tables = PrintedTables.Read(folder["published"], TestContext.Current.CancellationToken);
                Assert.All(PrintedProof.Check(folder["published"], tables), r => Assert.True(r.Holds, $"seed {seed}: {r}"));
            }
        }

        Assert.True(complete >= 2, $"{complete}");
    }

    private static ContingencyOutcome Publish(SomeFolder folder, int seed, int decimals, params TableSpec[] tables)
    {
        var (random, cells) = (new Random(seed), Enumerable.Range(0, 12).ToArray());
        var spec = new ContingencySpec
        {
            Variables = [new VariableSpec("town", VariableSpecRole.Identifying, [["region"]], null) { IsPooled = true }, new VariableSpec("sector", VariableSpecRole.Sensitive, [], null)],
            Tables = tables,
            Rules = new ContingencyRules { K = 5, Level = ContingencyLevel.Band },
            Decimals = decimals,
        };
        var records = new ContingencyRecords(
            ["town", "sector", "region"],
            [[.. Enumerable.Range(0, 6).Select(t => $"town-{t}")], ["care", "farm"], ["r0", "r1", "r2"]],
            [[.. cells.Select(c => c / 2)], [.. cells.Select(c => c % 2)], [.. cells.Select(c => c / 4)]],
            [.. cells.Select(_ => (long)(Math.Pow(random.NextDouble(), 3) * 25) * (decimals == 0 ? 1 : 10))]);
        var outcome = TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Blocking);
        new ProtectedFolder(folder.Path, spec, new InputMeasure(',', "count", null), outcome).Write(null, "{}"u8);
        return outcome;
    }

    private static TableSpec Table(string id, params string[] by) => new(
        id, by, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), []);
}
