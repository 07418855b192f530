using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// The gate. Turns a candidate into a verified release if, and only if, its figures are the records' own and its certificate shows that every
/// rule holds against every attacker, together with everything published before. The engine that made the candidate need not be trusted.
/// </summary>
internal static class ReleaseVerifier
{
    /// <summary>As the other, and the candidate must be what was ordered.</summary>
    public static VerificationOutcome Verify(
        Candidate candidate, Commission commission, IReadOnlyDictionary<string, RecordView> records, Ledger ledger, RuleSet rules)
    {
        var outcome = Verify(candidate, records, ledger, rules);
        Finding[] foreign = [.. commission.Check(candidate.Content)];
        return foreign.Length == 0 ? outcome : new VerificationOutcome(null, [.. foreign, .. outcome.Findings]);
    }

    /// <summary>Judges the tables as they declare themselves.</summary>
    public static VerificationOutcome Verify(Candidate candidate, IReadOnlyDictionary<string, RecordView> records, Ledger ledger, RuleSet rules)
    {
        var findings = new List<Finding>();
        var content = candidate.Content;
        if (content.Header.RuleSet != rules.Identity
            || !string.Equals(candidate.Certificate.Binding, CertificateBinding.Of(content, rules, ledger), StringComparison.Ordinal))
        {
            findings.Add(new Finding(FindingCodes.CertificateForeign, content.Header.Id));
        }

        CheckConsistency(content, ledger, findings);
        foreach (var population in content.Tables.Select(t => t.Design.Population).Distinct(StringComparer.Ordinal))
        {
            if (!records.TryGetValue(population, out var view))
            {
                findings.Add(new Finding(FindingCodes.RecordsMissing, population));
                continue;
            }

            var verifier = new PopulationVerifier(view, PublicKnowledge.Of(population, content, rules, ledger));
            findings.AddRange(verifier.Verify(candidate.Certificate.Witnesses.GetValueOrDefault(population, [])));
        }

        return findings.Count == 0 ? new VerificationOutcome(new VerifiedRelease(content), []) : new VerificationOutcome(null, findings);
    }

    /// <summary>One definition, one state within the release; a figure once shown is the same figure for ever, and is never hidden again.</summary>
    private static void CheckConsistency(ReleaseContent content, Ledger ledger, List<Finding> findings)
    {
        var states = new Dictionary<CellDefinition, PublishedCell>();
        foreach (var (cell, state) in content.Tables.SelectMany(StatesOf))
        {
            if (!states.TryAdd(cell, state) && states[cell] != state)
            {
                findings.Add(new Finding(FindingCodes.Inconsistent, cell.Key));
            }
        }

        foreach (var (cell, earlier) in ledger.Entries.SelectMany(e => e.Content.Tables).SelectMany(StatesOf))
        {
            if (earlier.IsShown && states.TryGetValue(cell, out var now) && now != earlier)
            {
                findings.Add(new Finding(FindingCodes.Inconsistent, cell.Key));
            }
        }
    }

    private static IEnumerable<(CellDefinition Cell, PublishedCell State)> StatesOf(PublishedTable table) =>
        Enumerable.Range(0, table.Design.CellCount).Select(cell => (table.Design.DefinitionOf(cell), table.Cells[cell]));
}
