using Anonymize.Attack;
using Anonymize.Audit;
using Anonymize.Suppress;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>
/// The tables of one population as one system with everything published before: the cells they print, what the rules require of them, and the
/// means to look for alternatives. Which cells are shown is a state of <see cref="Solver"/>, row by row in the order of <see cref="Cells"/>.
/// </summary>
internal sealed class PopulationAudit : IDisposable
{
    /// <param name="view">The records of the population.</param>
    /// <param name="knowledge">Facts of earlier releases, impossibilities and everything guarded, the new tables included.</param>
    /// <param name="designs">The new tables of this population.</param>
    /// <param name="forcedOpen">Cells that must stay shown.</param>
    /// <param name="search">What is known and may be spent.</param>
    public PopulationAudit(
        RecordView view, PublicKnowledge knowledge, IReadOnlyList<TableDesign> designs, Func<TableDesign, CellDefinition, bool> forcedOpen, PopulationSearch search)
    {
        var printed = designs.SelectMany(d => Enumerable.Range(0, d.CellCount).Select(c => (Cell: d.DefinitionOf(c), Design: d)))
            .GroupBy(p => p.Cell)
            .OrderBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => (Cell: g.Key, IsForced: g.Any(p => forcedOpen(p.Design, p.Cell))))
            .ToArray();
        var guarded = knowledge.Guarded.SelectMany(g => GuardedCells.Of(g.Design).Concat(Latent(g.Design, g.Rules, view)).Concat(GuardedCells.AttributePairs(g.Design).SelectMany(p => new[] { p.Whole, p.Part })));
        var all = printed.Select(p => p.Cell).Concat(knowledge.Facts.Select(f => f.Cell)).Concat(guarded).Distinct().OrderBy(c => c.Key, StringComparer.Ordinal).ToArray();
        System = AttackSystem.Build(view, all, knowledge.Impossible);

        var published = knowledge.Facts.Where(f => System.Rows.ContainsKey(f.Cell)).GroupBy(f => f.Cell).ToDictionary(g => g.Key, g => (Low: g.Max(f => f.Low), High: g.Min(f => f.High)));
        bool IsExact(CellDefinition cell) => published.TryGetValue(cell, out var f) && f.Low == f.High;
        var known = published.Keys.Where(c => !IsExact(c) || !printed.Any(p => p.Cell.Equals(c)))
            .Select(c => new PrintedCell(System.Rows[c], IsForced: true, published[c].Low - System.Rows[c].Truth, published[c].High - System.Rows[c].Truth));
        Cells = [.. printed.Select(p => new PrintedCell(System.Rows[p.Cell], p.IsForced || IsExact(p.Cell))).Concat(known).OrderBy(p => p.Row.Cell.Key, StringComparer.Ordinal)];
        Requirements = [.. RequirementsOf(view, knowledge)];
        Solver = new RegionalSolver(System, [.. Cells.Select(c => (c.Row, c.Low, c.High))]);
        for (var r = 0; r < Cells.Count; r++)
        {
            Solver.Costs[r] = 10 * (1 + Cells[r].Row.Truth);
        }

        Auditor = new Auditor(System, Solver, [.. Cells.Select(c => c.Row)], search);
        Printed = printed.Select(p => p.Cell).ToHashSet();
    }

    public AttackSystem System { get; }

    /// <summary>Cells of the new tables and of earlier figures, in ordinal order of definitions.</summary>
    public IReadOnlyList<PrintedCell> Cells { get; }

    /// <summary>Definitions of the cells that the new tables print.</summary>
    public IReadOnlySet<CellDefinition> Printed { get; }

    public IReadOnlyList<AuditedRequirement> Requirements { get; }

    public RegionalSolver Solver { get; }

    public Auditor Auditor { get; }

    public void Dispose() => Solver.Dispose();

    /// <summary>Unprinted cells that the rules judge: the small ones. A system that need not tell the others apart is smaller.</summary>
    private static IEnumerable<CellDefinition> Latent(TableDesign design, RuleSet rules, RecordView view) =>
        rules.LatentMembers ? GuardedCells.Latent(design).Where(c => Count(c, view) is >= 1 and var count && count < rules.K) : [];

    private static int Count(CellDefinition cell, RecordView view) => CellPredicate.Compile(cell.Nodes, view)?.Count(view.Atoms, view.Counts) ?? 0;

    private IEnumerable<AuditedRequirement> RequirementsOf(RecordView view, PublicKnowledge knowledge)
    {
        var own = view.PartnerCounts.Select(System.Weigh).ToArray();
        var possibility = new Possibility(view.Variables, knowledge.Impossible);
        var seen = new HashSet<(string, Attacker, CellDefinition, CellDefinition?, int, int, int, string)>();
        foreach (var (design, rules) in knowledge.Guarded)
        {
            foreach (var r in RequirementCatalogue.For(design, rules, c => System.Rows.TryGetValue(c, out var row) ? row.Truth : Count(c, view), own.Length, (c, p) => System.Rows[c].Columns.Sum(k => own[p][k]), possibility).Where(r => !knowledge.IsSettled(r)))
            {
                if (seen.Add((r.Rule, r.Against, r.Cell, r.Minus, r.Partner, r.Lower, r.Upper, string.Join('|', r.Pool))))
                {
                    yield return new AuditedRequirement(r, System, r.Partner < 0 ? [] : own[r.Partner]);
                }
            }
        }
    }
}
