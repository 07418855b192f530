using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// Checks a public proof by adding up: needs the published figures and nothing else, no record, no key, no solver. For every proven cell the two
/// populations give every figure ever published, differ in the cell, and do not confine it to 1..k−1.
/// </summary>
public static class PublicProofVerifier
{
    /// <summary>Code of a proof that does not fit its release.</summary>
    public const string ProofInvalid = nameof(ProofInvalid);

    /// <summary>Empty where all that the proof claims holds.</summary>
    public static IReadOnlyList<Finding> Verify(ReleaseContent content, PublicProof proof, RuleSet rules, Ledger earlier)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(rules);
        if (PublicProofDocument.Read(proof.Json.Span) is not { } document || !string.Equals(document.Release, content.Header.Id, StringComparison.Ordinal))
        {
            return [new Finding(ProofInvalid, content.Header.Id)];
        }

        var findings = new List<Finding>();
        foreach (var part in document.Populations)
        {
            Check(part, content, rules, earlier, findings);
        }

        if (document.Complete)
        {
            var proven = document.Populations.SelectMany(p => p.Cells.Select(c => c.Cell)).ToHashSet(StringComparer.Ordinal);
            findings.AddRange(content.Tables.Select(t => t.Design.Population).Distinct(StringComparer.Ordinal)
                .SelectMany(p => ProvenCells.Of(p, content))
                .Where(c => !proven.Contains(c.Key))
                .Select(c => new Finding(ProofInvalid, c.Key)));
        }

        return findings;
    }

    private static void Check(PublicProofDocument.PopulationPart part, ReleaseContent content, RuleSet rules, Ledger earlier, List<Finding> findings)
    {
        if (!IsPopulation(part))
        {
            findings.Add(new Finding(ProofInvalid, part.Name));
            return;
        }

        var knowledge = PublicKnowledge.Of(part.Name, content, rules, earlier);
        var variables = part.Variables.Select(v => new Variable(v.Name, VariableRole.Other, new Text("", ""), v.Leaves.Select(l => new Category(l, new Text("", ""))))).ToArray();
        var view = new RecordView(part.Name, variables, [.. part.Base.Select(b => b[..^1])], [.. part.Base.Select(b => b[^1])], [], []);
        var facts = new List<(CellPredicate, int, int)>();
        foreach (var fact in knowledge.Facts)
        {
            if (CellPredicate.Compile(fact.Cell.Nodes, view) is { } cell && cell.Count(view.Atoms, view.Counts) is var count && count >= fact.Low && count <= fact.High)
            {
                facts.Add((cell, count - fact.Low, fact.High - count));
            }
            else
            {
                findings.Add(new Finding(ProofInvalid, fact.Cell.Key));
            }
        }

        var impossible = knowledge.Impossible.Select(i => CellPredicate.Compile(i.Nodes, view)).OfType<CellPredicate>().ToArray();
        if (impossible.Any(i => i.Count(view.Atoms, view.Counts) > 0))
        {
            findings.Add(new Finding(ProofInvalid, part.Name));
        }

        var cells = ProvenCells.Of(part.Name, content).ToDictionary(c => c.Key, StringComparer.Ordinal);
        foreach (var proven in part.Cells)
        {
            if (!cells.TryGetValue(proven.Cell, out var cell)
                || CellPredicate.Compile(cell.Nodes, view) is not { } predicate
                || Value(proven.Lower, predicate, view, facts, impossible) is not { } low
                || Value(proven.Upper, predicate, view, facts, impossible) is not { } high
                || low >= high
                || (low >= 1 && high < rules.K))
            {
                findings.Add(new Finding(ProofInvalid, proven.Cell));
            }
        }
    }

    /// <summary>Variables and leaves that differ, in the order in which records stand, and persons who have one leaf of each.</summary>
    private static bool IsPopulation(PublicProofDocument.PopulationPart part) =>
        part.Variables.Zip(part.Variables.Skip(1)).All(v => string.CompareOrdinal(v.First.Name, v.Second.Name) < 0)
        && Array.TrueForAll(part.Variables, v => v.Leaves.Distinct(StringComparer.Ordinal).Count() == v.Leaves.Length)
        && Array.TrueForAll(part.Base, row => row.Length == part.Variables.Length + 1 && row[^1] >= 1 && row[..^1].Zip(part.Variables).All(l => l.First >= 0 && l.First < l.Second.Leaves.Length))
        && part.Base.DistinctBy(row => new AtomKey(row[..^1])).Count() == part.Base.Length
        && part.Base.Sum(row => (long)row[^1]) <= int.MaxValue;

    private static int? Value(int[][] changes, CellPredicate cell, RecordView view, List<(CellPredicate, int, int)> facts, CellPredicate[] impossible)
    {
        if (changes.Any(c => c.Length != view.Variables.Count + 1))
        {
            return null;
        }

        var witness = new Witness([.. changes.Select(c => c[..^1])], [.. changes.Select(c => c[^1])]);
        return CheckedWitness.Check(witness, view, facts, impossible) is { } alternative ? cell.Count(view.Atoms, view.Counts) + alternative.Change(cell) : null;
    }
}
