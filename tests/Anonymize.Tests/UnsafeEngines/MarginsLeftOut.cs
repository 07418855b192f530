using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Protects the inner cells as if no total were printed, then prints every total that is not rare.</summary>
internal sealed class MarginsLeftOut : UnsafeEngine
{
    public override Candidate? Propose(Instance instance, Ledger ledger)
    {
        var inner = instance.Releases[^1].Select(WithoutTotals).ToArray();
        if (Engine.Run(Engine.Problem(instance, inner, ledger)).Candidate is not { } candidate)
        {
            return null;
        }

        var hidden = candidate.Content.Tables
            .SelectMany(t => Enumerable.Range(0, t.Design.CellCount).Where(c => !t.Cells[c].IsShown).Select(t.Design.DefinitionOf))
            .ToHashSet();
        var content = Patterns.Fill(
            instance, instance.Releases[^1], ledger, (cell, count) => hidden.Contains(cell) || (count >= 1 && count < instance.Rules.K));
        return Patterns.Candidate(instance, content, ledger, candidate.Certificate.Witnesses[Instance.Population]);
    }

    private static TableDesign WithoutTotals(TableDesign table) => new(
        table.Id,
        table.Title,
        table.Population,
        table.Where,
        table.Axes.Select(a => new Axis(a.Variable, a.Label, a.Role, a.Declared, a.Rows.Where(r => !r.IsTotal), a.IsAdditive, a.DeclaresRows)));
}
