using Anonymize.Contingency.Layouts;
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
    /// <param name="files">What lies in files that the specification names.</param>
    /// <param name="cancel">Cancels between steps; nothing comes back then.</param>
    /// <exception cref="InvalidOperationException">The engine made something that the verifier refuses: a fault of ours.</exception>
    public static ContingencyOutcome Protect(ContingencySpec spec, ContingencyRecords records, SpecFiles files, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var layouts = LayoutSearch.Choose(spec, records, files, cancel);
        spec = layouts?.Spec ?? spec;
        var (system, faults) = SystemBuilder.Build(spec, records, files);
        if (system is null)
        {
            return new ContingencyOutcome { Faults = faults };
        }

        var maker = new TabulationMaker(system, records, spec.Partner);
        var protection = ConcentratedSums.Protect(system, spec, maker, cancel);
        if (protection.Blocking is { } blocking)
        {
            return new ContingencyOutcome { Blocking = Place(system, blocking) };
        }

        TabulationWitness[] witnesses = [.. protection.Witnesses.Select(maker.Witness)];
        if (TabulationVerifier.Verify(maker.Make(spec, protection.IsHidden), maker.Records, witnesses) is { Count: > 0 } findings)
        {
            throw new InvalidOperationException($"The verifier refuses the pattern: {findings[0].Kind} and {findings.Count - 1} more.");
        }

        var tables = system.Tables.Select(t => new ProtectedTable(t.Spec, t.Codes, t.Parents(), [.. t.Cells.Select(c => protection.IsHidden[c] ? (long?)null : system.Values[c])]) { Pools = t.PooledRows() }).ToArray();
        var proof = new PublicTabulationProver(system.AsPublished(protection.IsHidden), spec, cancel).Prove();
        return new ContingencyOutcome
        {
            Tables = tables,
            Certificate = TabulationCertificate.Write(witnesses),
            PublicProof = proof.Document,
            Summary = new ProtectionSummary
            {
                Cells = system.IsPrinted.Count(p => p),
                Primaries = system.IsPrimary.Count(p => p),
                Secondaries = protection.Secondaries,
                Weakened = system.IsPrimary.Index().Count(p => p.Item && (spec.Rules.HiddenMayBeZero || system.Settled.Contains(p.Index))),
                SecondaryCost = protection.Cost,
                LowerBound = protection.LowerBound,
                Components = Components.Of(system, protection.IsHidden),
                BudgetExceeded = protection.IsBudgetExceeded,
                Witnesses = witnesses.Length,
                PublicProofComplete = proof.IsComplete,
                Layouts = layouts?.Summary(system, protection.IsHidden),
            },
        };
    }

    /// <summary>Checks printed tables against the input they are said to be made of, and their certificate where there is one; without the engine.</summary>
    /// <param name="spec">Tables and rules.</param>
    /// <param name="records">The input.</param>
    /// <param name="files">As in <see cref="Protect"/>.</param>
    /// <param name="printed">For each table of the specification its cells by codes, in the order of its variables; the value is null for hidden.</param>
    /// <param name="certificate">Null where there is none, or none that may be read.</param>
    /// <returns>What was found; null where the input itself does not fit the specification.</returns>
    public static ContingencyCheck? Check(
        ContingencySpec spec,
        ContingencyRecords records,
        SpecFiles files,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, long?>> printed,
        ReadOnlyMemory<byte>? certificate)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(printed);
        var (system, _) = SystemBuilder.Build(spec, records, files);
        if (system is null)
        {
            return null;
        }

        if (system.Tables.Any(t => printed.GetValueOrDefault(t.Spec.Id) is not { } cells || cells.Count != t.Cells.Length
            || Enumerable.Range(0, t.Cells.Length).Any(c => !cells.ContainsKey(KeyOf(t.CodesAt(c))))))
        {
            return new ContingencyCheck { IsSameShape = false };
        }

        var maker = new TabulationMaker(system, records, spec.Partner);
        var made = maker.Make(spec, new bool[system.Count]);
        var tabulation = made with
        {
            Tables =
            [
                .. made.Tables.Zip(system.Tables, (t, s) => t with { Shown = [.. s.Cells.Select((_, c) => printed[s.Spec.Id][KeyOf(s.CodesAt(c))])] }),
                .. made.Tables.Skip(system.Tables.Count),
            ],
        };
        var witnesses = certificate is { } bytes ? TabulationCertificate.Read(bytes) : null;
        var findings = TabulationVerifier.Verify(tabulation, maker.Records, witnesses ?? []);
        bool IsOfProof(TabulationFinding f) => f.Kind is TabulationFindingKind.NotReached or TabulationFindingKind.WitnessImpossible or TabulationFindingKind.WitnessVisible;
        return new ContingencyCheck
        {
            IsSameShape = true,
            WrongCells = findings.Count(f => !IsOfProof(f)),
            Unproved = certificate is null ? null : witnesses is null ? tabulation.Tables.Take(system.Tables.Count).Sum(t => t.Shown.Count(s => s is null)) : findings.Count(IsOfProof),
        };
    }

    /// <summary>Where a cell is printed, now or earlier; rules about those outside a category, and about crossings that nobody prints, have no cell of their own in print.</summary>
    private static (string Table, IReadOnlyList<string> Codes) Place(ContingencySystem system, int cell)
    {
        foreach (var (name, table) in system.Tables.Concat(system.Judged).Select(t => (t.Spec.Id, t)).Concat(system.Earlier.Select(e => (e.Known.Path, e.Table))))
        {
            if (Array.IndexOf(table.Cells, cell) is >= 0 and var position)
            {
                return (name, table.CodesAt(position));
            }
        }

        return (system.Tables[0].Spec.Id, [system.Requirements.Concat(system.RequirementsLeft).Any(r => r.Cell == cell && r.IsOfOthers) ? "attribute" : "latent"]);
    }

    /// <summary>Codes of a cell as one text.</summary>
    public static string KeyOf(IReadOnlyList<string> codes) => string.Join('\u001f', codes);
}
