using Anonymize.Contingency;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Xunit;

namespace Anonymize.Tests.Contingency;

[Trait("culture", "last")]
public sealed class ContingencyRulesTests
{
    private static readonly ContingencyRules Band = new() { K = 5, Level = ContingencyLevel.Band };

    /// <summary>Nine of ten in the first row are of one category: the tenth learns what the others are.</summary>
    [Fact]
    public void AllButOneInOneCategory_IsNotShownBesideItsTotal()
    {
        long[] counts = [20, 0, 1, 8, 9, 7, 6, 12, 11];
        var (spec, records) = SomeTables.Of([3, 3], counts, new ContingencyRules());
        Assert.True(IsShown(Protect(spec, records), "a00", "b00") && IsShown(Protect(spec, records), "a00", "Total"));
        spec = spec with { Rules = new ContingencyRules { Kappa = 1, Slack = 1 }, Variables = [spec.Variables[0], spec.Variables[1] with { Role = VariableSpecRole.Sensitive }] };
        var guarded = Protect(spec, records);
        Assert.False(IsShown(guarded, "a00", "b00") && IsShown(guarded, "a00", "Total"));
    }

    /// <summary>The first two sectors are one form of exploitation, as everybody knows: the form and one sector give the other away.</summary>
    [Fact]
    public void ALink_IsAFactForTheAttacker()
    {
        // Sector × form: b00 is the form of the sectors a00 and a01, b01 that of the others.
        long[] counts = [30, 0, 1, 0, 0, 9, 0, 8, 0, 2];
        var tables = new[] { SomeTables.Table("sectors", "v0"), SomeTables.Table("forms", "v1") };
        var (spec, records) = SomeTables.Of([5, 2], counts, Band, regions: 0, tables);
        var linked = spec with { Links = [new LinkSpec(("v0", ["a00", "a01"]), ("v1", ["b00"]), IsBoth: true, "links[0]")] };
        var unaware = Protect(spec, records);
        Assert.True(IsShown(unaware, "a00") && IsShown(unaware, "b00"));
        var aware = Protect(linked, records);
        Assert.False(IsShown(aware, "a00") && IsShown(aware, "b00"));
        Assert.False(IsShown(aware, "a01"));
    }

    [Fact]
    public void ALinkThatTheInputBreaks_IsSaid()
    {
        var (spec, records) = SomeTables.Of([2, 2], [5, 1, 6, 7], Band);
        var outcome = Protect(spec with { Links = [new LinkSpec(("v0", ["a00"]), ("v1", ["b00"]), IsBoth: false, "links[0]")] }, records);
        Assert.Contains(outcome.Faults, f => f.Kind == InputFaultKind.ImpossibleOccurs);
    }

    private static ContingencyOutcome Protect(ContingencySpec spec, ContingencyRecords records) =>
        TableProtector.Protect(spec, records, SpecFiles.None, TestContext.Current.CancellationToken);

    private static bool IsShown(ContingencyOutcome outcome, params string[] codes)
    {
        Assert.Empty(outcome.Faults);
        Assert.Null(outcome.Blocking);
        foreach (var table in outcome.Tables.Where(t => t.Codes.Count == codes.Length && t.Codes.Zip(codes).All(c => c.First.Contains(c.Second, StringComparer.Ordinal))))
        {
            var position = table.Codes.Zip(codes).Aggregate(0, (at, c) => (at * c.First.Count) + c.First.ToList().IndexOf(c.Second));
            return table.Values[position] is not null;
        }

        throw new ArgumentOutOfRangeException(nameof(codes));
    }
}
