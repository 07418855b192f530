using Anonymize.Contingency.Proofs;
using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;
using Publication.Tabulations;

namespace Anonymize.Contingency;

/// <summary>Protects any tables of persons or sums. What comes back has passed the verifier, which knows nothing of how it was made.</summary>
public static class TableProtector
{
    /// <param name="spec">Tables and rules.</param>
    /// <param name="records">The input.</param>
    /// <param name="hierarchies">Rows of hierarchy files, leaf first, by variable.</param>
    /// <param name="cancel">Cancels between steps; nothing comes back then.</param>
    /// <exception cref="InvalidOperationException">The engine made something that the verifier refuses: a fault of ours.</exception>
    public static ContingencyOutcome Protect(
        ContingencySpec spec, ContingencyRecords records, IReadOnlyDictionary<string, IReadOnlyList<string[]>> hierarchies, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var (system, faults) = SystemBuilder.Build(spec, records, hierarchies);
        if (system is null)
        {
            return new ContingencyOutcome { Faults = faults };
        }

        var protection = ContingencyEngine.Protect(system, spec.Budget, cancel);
        if (protection.Blocking is { } blocking)
        {
            var table = system.Tables.First(t => t.Cells.Contains(blocking));
            return new ContingencyOutcome { Blocking = (table.Spec.Id, table.CodesAt(Array.IndexOf(table.Cells, blocking))) };
        }

        var maker = new TabulationMaker(system, records);
        TabulationWitness[] witnesses = [.. protection.Witnesses.Select(maker.Witness)];
        if (TabulationVerifier.Verify(maker.Make(spec, protection.IsHidden), maker.Atoms, maker.Counts, witnesses) is { Count: > 0 } findings)
        {
            throw new InvalidOperationException($"The verifier refuses the pattern: {findings[0].Kind} and {findings.Count - 1} more.");
        }

        var tables = system.Tables.Select(t => new ProtectedTable(t.Spec, t.Codes, t.Parents(), [.. t.Cells.Select(c => protection.IsHidden[c] ? (long?)null : system.Values[c])])).ToArray();
        var proof = new PublicTabulationProver(system.AsPublished(protection.IsHidden), spec, cancel).Prove();
        return new ContingencyOutcome
        {
            Tables = tables,
            Certificate = TabulationCertificate.Write(witnesses),
            PublicProof = proof.Document,
            Summary = new ProtectionSummary
            {
                Cells = system.IsPrinted.Count(p => p),
                Primaries = system.Requirements.Count,
                Secondaries = protection.Secondaries,
                Weakened = spec.Rules.HiddenMayBeZero ? system.Requirements.Count : 0,
                SecondaryCost = protection.Cost,
                LowerBound = protection.LowerBound,
                Components = Components.Of(system, protection.IsHidden),
                BudgetExceeded = protection.IsBudgetExceeded,
                Witnesses = witnesses.Length,
                PublicProofComplete = proof.IsComplete,
            },
        };
    }
}
