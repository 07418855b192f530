using Anonymize.Audit;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Protects tables in a settled layout, population by population, and puts the candidate together.</summary>
internal static class Protector
{
    public static Protection Protect(ProtectionProblem problem, IReadOnlyDictionary<string, PopulationSearch> searches, IProgress<EngineStep>? progress, CancellationToken cancel)
    {
        var bare = Content(problem, problem.Designs.Select(d => new PublishedTable(d, Enumerable.Repeat(PublishedCell.Hidden, d.CellCount), new Text("", ""))));
        var populations = problem.Designs.GroupBy(d => d.Population, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var outcomes = new (HashSet<CellDefinition>? Hidden, IReadOnlyList<Witness> Witnesses, AuditedRequirement? Blocking)[populations.Length];
        var meter = new StageMeter(EngineStage.Cells, problem.Designs.Sum(d => d.CellCount), progress);
        meter.Begin();
        Parallel.For(0, populations.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var knowledge = PublicKnowledge.Of(populations[i].Key, bare, problem.Rules, problem.Ledger);
            using var protector = new PopulationProtector(problem.Records[populations[i].Key], knowledge, [.. populations[i]], problem.ForcedOpen, searches[populations[i].Key]);
            var printed = populations[i].Sum(d => d.CellCount);
            protector.Met = share => meter.Add(share * printed);
            var cells = protector.Protect(cancel);
            outcomes[i] = (cells, cells is null ? [] : protector.Witnesses(), protector.Blocking);
        });

        if (Array.FindIndex(outcomes, o => o.Hidden is null) is >= 0 and var at)
        {
            var (population, blocking) = (populations[at].Key, outcomes[at].Blocking);
            return new Protection(null, [blocking?.ToString() ?? $"{population} a cell that must stay open may not be shown"], population, blocking?.Requirement.Cell);
        }

        var hidden = outcomes.SelectMany(o => o.Hidden!).ToHashSet();
        var witnesses = populations.Zip(outcomes, (p, o) => (p.Key, o.Witnesses)).ToDictionary(p => p.Key, p => p.Witnesses, StringComparer.Ordinal);
        var content = Content(problem, problem.Designs.Select(d => Publish(problem, d, hidden)));
        return new Protection(new Candidate(content, new Certificate(CertificateBinding.Of(content, problem.Rules, problem.Ledger), witnesses)), []);
    }

    private static ReleaseContent Content(ProtectionProblem problem, IEnumerable<PublishedTable> tables) =>
        new(problem.Header, problem.Variables, problem.Impossible, tables, problem.Withheld);

    private static PublishedTable Publish(ProtectionProblem problem, TableDesign design, HashSet<CellDefinition> hidden)
    {
        var view = problem.Records[design.Population];
        PublishedCell[] cells =
            [.. Enumerable.Range(0, design.CellCount).Select(design.DefinitionOf).Select(c => hidden.Contains(c) ? PublishedCell.Hidden : PublishedCell.Show(Count(c, view)))];
        return new PublishedTable(design, cells, problem.ReasonFor(design, cells.Any(c => c.State == CellState.Hidden)));
    }

    private static int Count(CellDefinition cell, RecordView view) =>
        CellPredicate.Compile(cell.Nodes, view)?.Count(view.Atoms, view.Counts) ?? throw new InvalidOperationException("A table counts by a variable or leaf that its records lack.");
}
