using Anonymize.Contingency;
using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;
using Xunit;

namespace Anonymize.Tests.Contingency;

[Trait("culture", "first")]
public sealed class TabulationVerifierTests
{
    private readonly TabulationMaker _maker;
    private readonly Tabulation _tabulation;
    private readonly TabulationWitness[] _witnesses;

    public TabulationVerifierTests()
    {
        var rules = new ContingencyRules { K = 5, Level = ContingencyLevel.Band };
        var (spec, records) = SomeTables.Of([8, 5], SomeTables.Skewed(40, 5), rules, regions: 4, SomeTables.Table("one", "v0", "v1"), SomeTables.Table("two", "v1"));
        var system = SomeTables.System(spec, records);
        var protection = ContingencyEngine.Protect(system, 100_000_000, TestContext.Current.CancellationToken);
        _maker = new TabulationMaker(system, records, partner: null);
        _tabulation = _maker.Make(spec, protection.IsHidden);
        _witnesses = [.. protection.Witnesses.Select(_maker.Witness)];
    }

    [Fact]
    public void WhatTheEngineMade_Holds() => Assert.Empty(Verify(_tabulation, _witnesses));

    [Fact]
    public void AWitnessMissing_IsFoundForSomeOfThem()
    {
        var missed = Enumerable.Range(0, _witnesses.Length).Count(w => Verify(_tabulation, [.. _witnesses.Where((_, i) => i != w)]).Count > 0);
        Assert.True(missed > _witnesses.Length / 2, $"{missed} of {_witnesses.Length}");
    }

    [Fact]
    public void AnyChangeOfAWitness_IsRefused()
    {
        for (var w = 0; w < _witnesses.Length; w++)
        {
            for (var i = 0; i < _witnesses[w].Deltas.Length; i++)
            {
                var forged = (long[])_witnesses[w].Deltas.Clone();
                forged[i]++;
                var findings = Verify(_tabulation, [.. _witnesses.Select((x, at) => at == w ? x with { Deltas = forged } : x)]);
                Assert.Contains(findings, f => f.Kind is TabulationFindingKind.WitnessVisible or TabulationFindingKind.WitnessImpossible);
            }
        }
    }

    [Fact]
    public void MorePersonsTakenThanThereAre_IsRefused()
    {
        var greedy = _witnesses[0] with { Deltas = [.. _witnesses[0].Deltas.Select(d => d * 1000)] };
        Assert.Contains(Verify(_tabulation, [.. _witnesses, greedy]), f => f.Kind == TabulationFindingKind.WitnessImpossible);
    }

    [Fact]
    public void AnyHiddenCellShown_IsRefused()
    {
        foreach (var (t, table) in _tabulation.Tables.Index())
        {
            foreach (var (position, _) in table.Shown.Index().Where(s => s.Item is null))
            {
                Assert.NotEmpty(Verify(With(t, position, TrueValue(t, position)), _witnesses));
            }
        }
    }

    [Fact]
    public void AnyFigureOneOff_IsRefused()
    {
        foreach (var (t, table) in _tabulation.Tables.Index())
        {
            foreach (var (position, shown) in table.Shown.Index().Where(s => s.Item is not null))
            {
                Assert.Contains(Verify(With(t, position, shown + 1), _witnesses), f => f.Kind == TabulationFindingKind.WrongFigure && f.Table == t && f.Position == position);
            }
        }
    }

    private IReadOnlyList<TabulationFinding> Verify(Tabulation tabulation, TabulationWitness[] witnesses) =>
        TabulationVerifier.Verify(tabulation, _maker.Records, witnesses);

    private Tabulation With(int table, int position, long? value) => _tabulation with
    {
        Tables = [.. _tabulation.Tables.Select((t, i) => i == table ? t with { Shown = [.. t.Shown.Select((s, p) => p == position ? value : s)] } : t)],
    };

    private long TrueValue(int table, int position)
    {
        var counter = new TableCounter(_tabulation.Tables[table]);
        return _maker.Records.Atoms.Zip(_maker.Records.Counts).Where(a => counter.CellsOf(a.First).Contains(position)).Sum(a => a.Second);
    }
}
