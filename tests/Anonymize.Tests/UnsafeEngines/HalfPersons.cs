using Anonymize.Tests.Oracle;
using Anonymize.Tests.Properties;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Tables;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>
/// Audits with a linear programme's idea of a person: alternatives in which half a person lives here and half there count as alternatives.
/// Shows a cell whenever the range of a figure over such halves is wide enough.
/// </summary>
internal sealed class HalfPersons : UnsafeEngine
{
    public override Candidate? Propose(Instance instance, Ledger ledger)
    {
        var tables = instance.Releases[^1];
        var hidden = tables.SelectMany(t => Enumerable.Range(0, t.CellCount).Select(t.DefinitionOf)).Distinct().ToList();
        if (!LooksSafe(instance, ledger, Fill()))
        {
            return null;
        }

        // The most telling cells first: pooled rows and groups, then the others.
        foreach (var cell in hidden.OrderByDescending(c => c.Nodes.Sum(n => n.Leaves.Count)).ToArray())
        {
            hidden.Remove(cell);
            if (!LooksSafe(instance, ledger, Fill()))
            {
                hidden.Add(cell);
            }
        }

        return WithBestProof(instance, Fill(), ledger);

        ReleaseContent Fill() => Patterns.Fill(instance, tables, ledger, (cell, _) => hidden.Contains(cell));
    }

    private static bool LooksSafe(Instance instance, Ledger ledger, ReleaseContent content)
    {
        var space = instance.Space;
        ReleaseContent[] releases = [.. Worlds.Contents(ledger), content];
        var duties = new Duties(space, instance.Persons, instance.Partners);
        return BruteForce.Broken(
            space,
            [.. PublicFacts.Of(space, releases, instance.Background).Select(f => new PublicFact(f.Region, 2 * f.Low, 2 * f.High))],
            releases.SelectMany(r => r.Tables).SelectMany(t => duties.Of(t.Design, instance.Rules)).Select(Doubled)) is { Count: 0 };
    }

    private static Obligation Doubled(Obligation whole) => new()
    {
        Name = whole.Name,
        Region = whole.Region,
        Low = whole.Low == int.MaxValue ? int.MaxValue : 2 * whole.Low,
        High = whole.High == int.MinValue ? int.MinValue : 2 * whole.High,
        Distinct = whole.Distinct,
        Insight = whole.Insight == Insight.None ? Insight.None : new Insight
        {
            Name = whole.Insight.Name,
            SubtractsRecords = whole.Insight.SubtractsRecords,
            Records = [.. whole.Insight.Records.Select(r => 2 * r)],
            Caps = [.. whole.Insight.Caps.Select(c => (c.Region, 2 * c.High))],
        },
    };
}
