using Anonymize.Attack;
using Anonymize.Audit;
using Anonymize.Suppress;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>
/// Protects the tables of one population as one system with everything published before: builds the attacker, states the requirements,
/// finds the pattern and keeps the alternatives that prove it.
/// </summary>
internal sealed class PopulationProtector : IDisposable
{
    private readonly PrintedCell[] _cells;
    private readonly AuditedRequirement[] _requirements;
    private readonly MoveSolver _solver;
    private readonly Auditor _auditor;
    private readonly HashSet<int> _primaries;

    /// <param name="view">The records of the population.</param>
    /// <param name="knowledge">Facts of earlier releases, impossibilities and everything guarded, the new tables included.</param>
    /// <param name="designs">The new tables of this population.</param>
    /// <param name="forcedOpen">Cells that must stay shown.</param>
    /// <param name="budget">Limit of work.</param>
    public PopulationProtector(
        RecordView view, PublicKnowledge knowledge, IReadOnlyList<TableDesign> designs, Func<TableDesign, CellDefinition, bool> forcedOpen, Budget budget)
    {
        var printed = designs.SelectMany(d => Enumerable.Range(0, d.CellCount).Select(c => (Cell: d.DefinitionOf(c), Design: d)))
            .GroupBy(p => p.Cell)
            .OrderBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => (Cell: g.Key, IsForced: g.Any(p => forcedOpen(p.Design, p.Cell))))
            .ToArray();
        var guarded = knowledge.Guarded.SelectMany(g => GuardedCells.Of(g.Design).Concat(GuardedCells.AttributePairs(g.Design).SelectMany(p => new[] { p.Whole, p.Part })));
        var all = printed.Select(p => p.Cell).Concat(knowledge.Facts.Select(f => f.Cell)).Concat(guarded).Distinct().OrderBy(c => c.Key, StringComparer.Ordinal).ToArray();
        System = AttackSystem.Build(view, all, knowledge.Impossible);

        var published = knowledge.Facts.Where(f => System.Rows.ContainsKey(f.Cell)).GroupBy(f => f.Cell).ToDictionary(g => g.Key, g => (Low: g.Max(f => f.Low), High: g.Min(f => f.High)));
        bool IsExact(CellDefinition cell) => published.TryGetValue(cell, out var f) && f.Low == f.High;
        var known = published.Keys.Where(c => !IsExact(c) || !printed.Any(p => p.Cell.Equals(c)))
            .Select(c => new PrintedCell(System.Rows[c], IsForced: true, published[c].Low - System.Rows[c].Truth, published[c].High - System.Rows[c].Truth));
        _cells = [.. printed.Select(p => new PrintedCell(System.Rows[p.Cell], p.IsForced || IsExact(p.Cell))).Concat(known).OrderBy(p => p.Row.Cell.Key, StringComparer.Ordinal)];
        _requirements = [.. RequirementsOf(view, knowledge)];
        _solver = new MoveSolver(System, [.. _cells.Select(c => (c.Row, c.Low, c.High))]);
        for (var r = 0; r < _cells.Length; r++)
        {
            _solver.Costs[r] = 10 * (1 + _cells[r].Row.Truth);
        }

        _auditor = new Auditor(System, _solver, [.. _cells.Select(c => c.Row)], budget);
        _primaries = [.. PrimariesOf(designs)];
    }

    public AttackSystem System { get; }

    public AuditedRequirement? Blocking { get; private set; }

    /// <summary>Hidden cells of the safe pattern found, or null.</summary>
    public HashSet<CellDefinition>? Protect(CancellationToken cancel)
    {
        var suppressor = new Suppressor(_cells, _requirements, _solver, _auditor, cancel) { Primaries = _primaries };
        if (_primaries.Any(p => _cells[p].IsForced) || !suppressor.Solve())
        {
            Blocking = suppressor.Blocking;
            return null;
        }

        return [.. suppressor.Hidden().Select(r => _cells[r].Row.Cell)];
    }

    /// <summary>The alternatives that prove the pattern found.</summary>
    public IReadOnlyList<Witness> Witnesses() => [.. _auditor.Usable().Select(a => a.Witness)];

    public void Dispose() => _solver.Dispose();

    private IEnumerable<AuditedRequirement> RequirementsOf(RecordView view, PublicKnowledge knowledge)
    {
        var own = view.PartnerCounts.Select(System.Weigh).ToArray();
        var possibility = new Possibility(view.Variables, knowledge.Impossible);
        var seen = new HashSet<(string, Attacker, CellDefinition, CellDefinition?, int, int, int, string)>();
        foreach (var (design, rules) in knowledge.Guarded)
        {
            foreach (var r in RequirementCatalogue.For(design, rules, c => System.Rows[c].Truth, own.Length, (c, p) => System.Rows[c].Columns.Sum(k => own[p][k]), possibility))
            {
                if (seen.Add((r.Rule, r.Against, r.Cell, r.Minus, r.Partner, r.Lower, r.Upper, string.Join('|', r.Pool))))
                {
                    yield return new AuditedRequirement(r, System, r.Partner < 0 ? [] : own[r.Partner]);
                }
            }
        }
    }

    /// <summary>Printed cells that a rule forbids to show: too small, or too small without some partner's own records.</summary>
    private IEnumerable<int> PrimariesOf(IReadOnlyList<TableDesign> designs)
    {
        var forbidden = _requirements.Where(r => r.Requirement.Minus is null && r.Requirement.Against is Attacker.Outsider or Attacker.Partner).Select(r => r.Requirement.Cell).ToHashSet();
        var printed = designs.SelectMany(d => Enumerable.Range(0, d.CellCount).Select(d.DefinitionOf)).ToHashSet();
        return Enumerable.Range(0, _cells.Length).Where(r => !_cells[r].IsBand && printed.Contains(_cells[r].Row.Cell) && forbidden.Contains(_cells[r].Row.Cell));
    }
}
