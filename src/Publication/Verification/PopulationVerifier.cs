using Publication.Releases;
using Publication.Tables;

namespace Publication.Verification;

/// <summary>
/// Checks one population of a candidate by plain arithmetic: recounts every figure, checks every witness against every fact, and every
/// requirement against the witnesses. No solver, no search, no presolve.
/// </summary>
internal sealed class PopulationVerifier(RecordView view, PublicKnowledge knowledge)
{
    private readonly Dictionary<CellDefinition, CellPredicate?> _predicates = [];

    public IReadOnlyList<Finding> Verify(IReadOnlyList<Witness> witnesses)
    {
        var findings = new List<Finding>();
        var facts = CheckFacts(findings);
        var impossible = CheckImpossible(findings);
        if (findings.Count > 0)
        {
            return findings;
        }

        var alternatives = new List<CheckedWitness>();
        for (var w = 0; w < witnesses.Count; w++)
        {
            if (CheckedWitness.Check(witnesses[w], view, facts, impossible) is { } alternative)
            {
                alternatives.Add(alternative);
            }
            else
            {
                findings.Add(new Finding(FindingCodes.WitnessInvalid, $"{view.Population} witness {w}"));
            }
        }

        var check = new RequirementCheck(view, alternatives, PredicateOf);
        var possibility = new Possibility(view.Variables, knowledge.Impossible);
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (design, rules) in knowledge.Guarded)
        {
            foreach (var requirement in RequirementCatalogue.For(design, rules, Count, view.Partners.Count, CountOf, possibility).Where(r => !knowledge.IsSettled(r)))
            {
                var subject = SubjectOf(requirement);
                if (subjects.Add(subject) && !check.Holds(requirement))
                {
                    findings.Add(new Finding(FindingCodes.RequirementUnmet, subject));
                }
            }
        }

        return findings;
    }

    private List<(CellPredicate Cell, int Slack, int Room)> CheckFacts(List<Finding> findings)
    {
        var facts = new List<(CellPredicate, int, int)>();
        foreach (var fact in knowledge.Facts)
        {
            if (PredicateOf(fact.Cell) is not { } cell)
            {
                findings.Add(new Finding(FindingCodes.RecordsMissing, fact.Cell.Key));
                continue;
            }

            var truth = cell.Count(view.Atoms, view.Counts);
            if (truth < fact.Low || truth > fact.High)
            {
                findings.Add(new Finding(FindingCodes.FactContradicted, fact.Cell.Key));
            }

            facts.Add((cell, truth - fact.Low, fact.High - truth));
        }

        return facts;
    }

    private List<CellPredicate> CheckImpossible(List<Finding> findings)
    {
        var impossible = new List<CellPredicate>();
        foreach (var combination in knowledge.Impossible)
        {
            var name = $"{combination.Population} impossible {string.Join(';', combination.Nodes)}";
            if (Predicate(combination.Nodes) is not { } cell)
            {
                findings.Add(new Finding(FindingCodes.RecordsMissing, name));
                continue;
            }

            if (cell.Count(view.Atoms, view.Counts) > 0)
            {
                findings.Add(new Finding(FindingCodes.FactContradicted, name));
            }

            impossible.Add(cell);
        }

        return impossible;
    }

    private int Count(CellDefinition cell) => PredicateOf(cell)?.Count(view.Atoms, view.Counts) ?? 0;

    private int CountOf(CellDefinition cell, int partner) => PredicateOf(cell)?.Count(view.Atoms, view.PartnerCounts[partner]) ?? 0;

    private CellPredicate? PredicateOf(CellDefinition cell)
    {
        if (!_predicates.TryGetValue(cell, out var predicate))
        {
            predicate = Predicate(cell.Nodes);
            _predicates.Add(cell, predicate);
        }

        return predicate;
    }

    private CellPredicate? Predicate(IEnumerable<Node> nodes) => CellPredicate.Compile(nodes, view);

    private static string SubjectOf(Requirement r) =>
        $"{r.Rule} {r.Against} {r.Cell}{(r.Minus is null ? "" : " minus " + r.Minus)}{(r.Partner < 0 ? "" : $" partner {r.Partner}")} {r.Lower}..{r.Upper} ({r.Distinct})"
        + (r.Pool.Count == 0 ? "" : $" pool of at most {r.PoolBound}: " + string.Join(" | ", r.Pool));
}
