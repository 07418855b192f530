using Anonymize.Attack;
using Anonymize.Audit;
using Anonymize.Planning;
using Anonymize.Protection;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Layouts;

/// <summary>
/// Judges layouts of a group of tied axes against the attacker. One system serves all of them: with the Total printed, a layout is known
/// by the categories that stand alone and, where there are several pooled rows, by their sums. What makes a layout unsafe is boiled down to the few categories that do it and
/// remembered, since showing more never makes them safe.
/// </summary>
internal sealed class LayoutAudit : IDisposable
{
    private readonly IReadOnlyList<LayoutSlot> _group;
    private readonly RuleSet _rules;
    private readonly PopulationAudit _audit;
    private readonly Dictionary<CellDefinition, int> _position;
    private readonly HashSet<int> _switched;
    private readonly List<AuditedRequirement> _requirements;
    private readonly List<(HashSet<int> Rows, AuditedRequirement Blocking)> _unsafe = [];

    public LayoutAudit(IReadOnlyList<LayoutSlot> group, RecordView view, Func<IReadOnlyList<TableDesign>, PublicKnowledge> knowledge, RuleSet rules, PopulationSearch search)
    {
        _group = group;
        _rules = rules;
        var designs = group.Select(s => s.OneWay()).ToArray();
        _audit = new PopulationAudit(view, knowledge(designs), designs, (_, _) => false, search);
        _position = _audit.Cells.Index().Where(c => !c.Item.IsBand).ToDictionary(c => c.Item.Row.Cell, c => c.Index);
        _switched = [.. group.SelectMany(s => s.Axis.Declared.Select(d => _position[s.CellOf(d)])).Where(r => !_audit.Cells[r].IsForced)];
        _requirements = [.. _audit.Requirements.Where(r => r.Requirement.Against != Attacker.PoolRule)];
        _requirements.AddRange(_audit.Requirements.Where(r => r.Requirement.Against == Attacker.PoolRule));
    }

    /// <summary>Tells whether the figures of these layouts, one for each axis or null for an axis that is not shown at all, are safe.</summary>
    public bool IsSafe(IReadOnlyList<Layout?> layouts)
    {
        var known = Known(layouts);
        Show(known);
        _audit.Solver.Sums = [.. layouts.SelectMany((l, i) => l is null ? [] : PooledIn(i, l))];
        for (var q = 0; q < _requirements.Count; q++)
        {
            if (!_audit.Auditor.Holds(_requirements[q]))
            {
                var blocking = _requirements[q];
                _requirements.RemoveAt(q);
                _requirements.Insert(0, blocking);
                Learn(known, blocking);
                return false;
            }
        }

        return layouts.Index().All(l => l.Item is null || PoolIsOpen(l.Index, l.Item));
    }

    /// <summary>An earlier failure shows that these layouts cannot be safe; false says nothing.</summary>
    public bool IsRuledOut(IReadOnlyList<Layout?> layouts)
    {
        var known = Known(layouts);
        return _unsafe.Exists(u => u.Rows.IsSubsetOf(known));
    }

    /// <summary>
    /// Why a category does not stand alone in chosen layouts: rows that beside it would give a figure away, those that are shown first. Null
    /// where nothing of the kind came up.
    /// </summary>
    public (IReadOnlyList<CellDefinition> Beside, CellDefinition Reveals)? Obstacle(LayoutSlot slot, DeclaredCategory category, IReadOnlyList<Layout> chosen)
    {
        var row = _position[slot.CellOf(category)];
        var known = Known(chosen);
        var obstacles = _unsafe.Where(u => u.Rows.Contains(row)).OrderBy(u => u.Rows.Count(r => r != row && !known.Contains(r))).ThenBy(u => u.Rows.Count);
        return obstacles.Select(u => ((IReadOnlyList<CellDefinition>, CellDefinition)?)(
            [.. u.Rows.Where(r => r != row && _switched.Contains(r)).Order().Select(r => _audit.Cells[r].Row.Cell)], u.Blocking.Requirement.Cell)).FirstOrDefault();
    }

    public void Dispose() => _audit.Dispose();

    private HashSet<int> Known(IReadOnlyList<Layout?> layouts) => layouts.SelectMany((l, i) => l is null ? [] : AloneIn(i, l)).ToHashSet();

    private IEnumerable<int> AloneIn(int slot, Layout layout) =>
        layout.Rows.Where(r => r.Count == 1).Select(r => _position[_group[slot].CellOf(_group[slot].Axis.Declared.First(d => string.Equals(d.Code, r[0], StringComparison.Ordinal)))]);

    /// <summary>Sums that the pooled rows print; with a single pool, the Total and the other rows say it already.</summary>
    private IEnumerable<int[]> PooledIn(int slot, Layout layout)
    {
        var pools = layout.Rows.Where(r => r.Count > 1).ToArray();
        return pools.Length < 2 ? [] : pools.Select(pool => _group[slot].Axis.Declared.Where(d => pool.Contains(d.Code, StringComparer.Ordinal))
            .SelectMany(d => _audit.System.Rows[_group[slot].CellOf(d)].Columns).Distinct().Order().ToArray());
    }

    private void Learn(HashSet<int> known, AuditedRequirement blocking)
    {
        if (_audit.Solver.Sums.Count > 0)
        {
            _audit.Solver.Sums = [];
            if (_audit.Auditor.Holds(blocking))
            {
                // The pools together do it; other layouts with these rows may be safe.
                return;
            }
        }

        _unsafe.Add((Shrink(known, blocking), blocking));
    }

    private void Show(HashSet<int> known)
    {
        for (var r = 0; r < _audit.Cells.Count; r++)
        {
            _audit.Solver[r] = _switched.Contains(r) && !known.Contains(r) ? RowState.Hidden : RowState.Known;
        }
    }

    /// <summary>Leaves out every category without which the requirement still fails.</summary>
    private HashSet<int> Shrink(HashSet<int> known, AuditedRequirement blocking)
    {
        var core = new HashSet<int>(known);
        foreach (var row in known.Where(_switched.Contains).OrderByDescending(r => _audit.Cells[r].Row.Truth).ThenBy(r => r).ToArray())
        {
            core.Remove(row);
            Show(core);
            if (_audit.Auditor.Holds(blocking))
            {
                core.Add(row);
            }
        }

        return core;
    }

    /// <summary>The pooled row is not settled for one who knows that it holds only categories below the threshold.</summary>
    private bool PoolIsOpen(int slot, Layout layout)
    {
        if (!_rules.PoolRuleKnown)
        {
            return true;
        }

        var rows = _audit.System.Rows;
        return GuardedCells.Pools(_group[slot].OneWay(layout)).Where(pool => pool.All(c => rows[c].Truth < _rules.K)).All(pool => RequirementCatalogue
            .PoolRule(pool, _rules, c => rows[c].Truth)
            .All(r => _audit.Auditor.Holds(new AuditedRequirement(r, _audit.System, []))));
    }
}
