using Anonymize.Audit;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Protects tables in a settled layout, population by population, and puts the candidate together.</summary>
internal static class Protector
{
    public static Protection Protect(ProtectionProblem problem, Budget budget, WitnessStore found, CancellationToken cancel)
    {
        var hidden = new HashSet<CellDefinition>();
        var witnesses = new Dictionary<string, IReadOnlyList<Witness>>(StringComparer.Ordinal);
        var bare = Content(problem, problem.Designs.Select(d => new PublishedTable(d, Enumerable.Repeat(PublishedCell.Hidden, d.CellCount), new Text("", ""))));
        foreach (var population in problem.Designs.GroupBy(d => d.Population, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var knowledge = PublicKnowledge.Of(population.Key, bare, problem.Rules, problem.Ledger);
            using var protector = new PopulationProtector(problem.Records[population.Key], knowledge, [.. population], problem.ForcedOpen, budget, found);
            if (protector.Protect(cancel) is not { } cells)
            {
                return new Protection(null, [protector.Blocking?.ToString() ?? $"{population.Key} a cell that must stay open may not be shown"], population.Key, protector.Blocking?.Requirement.Cell);
            }

            hidden.UnionWith(cells);
            witnesses.Add(population.Key, protector.Witnesses());
        }

        var content = Content(problem, problem.Designs.Select(d => Publish(problem, d, hidden)));
        return new Protection(new Candidate(content, new Certificate(CertificateBinding.Of(content, problem.Rules, problem.Ledger), witnesses)), []);
    }

    private static ReleaseContent Content(ProtectionProblem problem, IEnumerable<PublishedTable> tables) =>
        new(problem.Header, problem.Variables, problem.Impossible, tables, problem.Withheld);

    private static PublishedTable Publish(ProtectionProblem problem, TableDesign design, HashSet<CellDefinition> hidden)
    {
        var view = problem.Records[design.Population];
        return new PublishedTable(
            design,
            Enumerable.Range(0, design.CellCount).Select(design.DefinitionOf).Select(c => hidden.Contains(c) ? PublishedCell.Hidden : PublishedCell.Show(Count(c, view))),
            problem.Reasons.GetValueOrDefault(design.Id, new Text("", "")));
    }

    private static int Count(CellDefinition cell, RecordView view) =>
        CellPredicate.Compile(cell.Nodes, view)?.Count(view.Atoms, view.Counts) ?? throw new InvalidOperationException("A table counts by a variable or leaf that its records lack.");
}
