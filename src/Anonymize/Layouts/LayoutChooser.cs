using Anonymize.Audit;
using Anonymize.Planning;
using Anonymize.Protection;
using Publication.Ledgers;
using Publication.Releases;
using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Layouts;

/// <summary>
/// Chooses the layouts of one population. Axes that the declared impossibilities tie together are chosen jointly, best sum of weighted scores
/// first; the first combination in which every requirement survives the attacker, with everything published before, is the best there is
/// among the candidates.
/// </summary>
internal sealed class LayoutChooser(PeriodPlan plan, RecordView view, Ledger ledger, RuleSet rules, PopulationSearch search)
{
    /// <summary>Combinations audited for one group of tied axes before the search gives up and leaves the axes to suppression.</summary>
    public const int AuditLimit = 400;

    private readonly List<PooledByLink> _pooledByLink = [];

    /// <summary>Large categories that a declared link keeps from standing alone in the layouts chosen.</summary>
    public IReadOnlyList<PooledByLink> PooledByLink => _pooledByLink;

    /// <summary>By <see cref="LayoutSlot.Key"/>; an axis for which nothing safe was found is absent.</summary>
    public IReadOnlyDictionary<string, Layout> Choose(StageMeter meter, CancellationToken cancel)
    {
        var chosen = new Dictionary<string, Layout>(StringComparer.Ordinal);
        var slots = plan.Tables.Where(t => string.Equals(t.Population, view.Population, StringComparison.Ordinal))
            .SelectMany(t => Enumerable.Range(0, t.Axes.Count).Where(a => t.Axes[a].Layout == AxisLayout.Pool).Select(a => new LayoutSlot(t, a)))
            .ToArray();
        var groups = Tie(slots);
        var found = search.Apart(
            groups.Count,
            (g, part) =>
            {
                var layouts = Search(groups[g], part, cancel);
                meter.Add(groups[g].Count);
                return layouts;
            },
            cancel);
        foreach (var (group, (layouts, pooledByLink)) in groups.Zip(found))
        {
            _pooledByLink.AddRange(pooledByLink);
            for (var i = 0; i < layouts.Count; i++)
            {
                chosen.Add(group[i].Key, layouts[i]);
            }
        }

        return chosen;
    }

    /// <summary>The layouts of a group, none where no combination was found safe, and what links pool in them.</summary>
    private (IReadOnlyList<Layout> Layouts, IReadOnlyList<PooledByLink> PooledByLink) Search(List<LayoutSlot> group, PopulationSearch part, CancellationToken cancel)
    {
        using var audit = new LayoutAudit(group, view, designs => PublicKnowledge.Of(view.Population, Bare(designs), rules, ledger), rules, part);
        var safe = group.Select((slot, i) => CandidatesOf(slot).Where(l => !audit.IsRuledOut([.. group.Select((_, j) => j == i ? l : null)])).GetEnumerator()).ToArray();
        var taken = group.Select(_ => new List<Layout>()).ToArray();
        var audits = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new PriorityQueue<int[], (double, string)>();
        Enqueue(new int[group.Count]);
        while (audits < AuditLimit && queue.TryDequeue(out var at, out _))
        {
            cancel.ThrowIfCancellationRequested();
            var layouts = at.Select((position, i) => taken[i][position]).ToArray();
            if (!audit.IsRuledOut(layouts))
            {
                audits++;
                if (audit.IsSafe(layouts))
                {
                    return (layouts, [.. group.SelectMany((slot, i) => LinksAgainst(slot, layouts[i], audit, layouts))]);
                }
            }

            for (var i = 0; i < at.Length; i++)
            {
                Enqueue([.. at.Select((p, j) => j == i ? p + 1 : p)]);
            }
        }

        return ([], []);

        // What is unsafe alone is unsafe with anything else: candidates that an earlier failure rules out are not combined at all.
        void Enqueue(int[] at)
        {
            for (var i = 0; i < at.Length; i++)
            {
                while (taken[i].Count <= at[i])
                {
                    if (!safe[i].MoveNext())
                    {
                        return;
                    }

                    taken[i].Add(safe[i].Current);
                }
            }

            var name = string.Join(',', at);
            if (seen.Add(name))
            {
                queue.Enqueue(at, (-at.Select((p, i) => group[i].Table.Weight * taken[i][p].Score).Sum(), name));
            }
        }
    }

    /// <summary>Categories of twice the threshold and more that are pooled, and why, where a link is why.</summary>
    private IEnumerable<PooledByLink> LinksAgainst(LayoutSlot slot, Layout layout, LayoutAudit audit, IReadOnlyList<Layout> chosen)
    {
        foreach (var category in slot.Axis.Declared.Where(d => layout.Rows.Any(r => r.Count > 1 && r.Contains(d.Code, StringComparer.Ordinal)) && Count(slot, d) >= 2 * rules.K))
        {
            if (audit.Obstacle(slot, category, chosen) is not { } obstacle)
            {
                continue;
            }

            var nodes = obstacle.Beside.Append(obstacle.Reveals).Append(slot.CellOf(category)).SelectMany(c => c.Nodes).ToArray();
            ImpossibleCombination[] links = [.. plan.Impossible.Where(i =>
                i.Nodes.All(n => nodes.Any(m => string.Equals(m.Variable, n.Variable, StringComparison.Ordinal)))
                && i.Nodes.Any(n => nodes.Any(m => string.Equals(m.Variable, n.Variable, StringComparison.Ordinal) && m.Leaves.Any(l => n.Leaves.Contains(l, StringComparer.Ordinal)))))];
            if (links.Length > 0)
            {
                yield return new PooledByLink(
                    slot.Table.Id, category.Code, [.. obstacle.Beside.SelectMany(c => c.Nodes).Except(slot.Table.Where)], [.. obstacle.Reveals.Nodes.Except(slot.Table.Where)], links);
            }
        }
    }

    private int Count(LayoutSlot slot, DeclaredCategory category) =>
        CellPredicate.Compile(slot.CellOf(category).Nodes, view)?.Count(view.Atoms, view.Counts)
        ?? throw new InvalidOperationException($"Table {slot.Table.Id} counts by what its records lack.");

    private ReleaseContent Bare(IEnumerable<TableDesign> designs) => new(
        plan.Header, plan.Variables, plan.Impossible, designs.Select(d => new PublishedTable(d, Enumerable.Repeat(PublishedCell.Hidden, d.CellCount), new Text("", ""))));

    private IReadOnlyList<Layout> CandidatesOf(LayoutSlot slot)
    {
        var cells = slot.Axis.Declared.Select(d => CellPredicate.Compile([.. slot.Table.Where, d.Node], view)
            ?? throw new InvalidOperationException($"Table {slot.Table.Id} counts by what its records lack.")).ToArray();
        return LayoutCandidates.For(
            slot.Axis,
            [.. cells.Select(c => c.Count(view.Atoms, view.Counts))],
            [.. view.PartnerCounts.Select(p => cells.Select(c => c.Count(view.Atoms, p)).ToArray())],
            rules,
            EarlierLayouts.Of(slot.Table, slot.AxisPosition, plan.Header.Period, ledger));
    }

    /// <summary>Groups of axes whose variables are the same or meet in an impossible combination, each group in printed order.</summary>
    private List<List<LayoutSlot>> Tie(LayoutSlot[] slots)
    {
        var groups = new List<List<LayoutSlot>>();
        foreach (var slot in slots)
        {
            var tied = groups.Where(g => g.Exists(other => AreTied(other, slot))).ToArray();
            groups.RemoveAll(tied.Contains);
            groups.Add([.. tied.SelectMany(g => g), slot]);
        }

        return groups;
    }

    private bool AreTied(LayoutSlot a, LayoutSlot b)
    {
        var first = VariablesOf(a);
        var second = VariablesOf(b);
        return first.Overlaps(second) || plan.Impossible.Any(i => i.Nodes.Any(n => first.Contains(n.Variable)) && i.Nodes.Any(n => second.Contains(n.Variable)));
    }

    private static HashSet<string> VariablesOf(LayoutSlot slot) => slot.Axis.Declared.Select(d => d.Node.Variable).ToHashSet(StringComparer.Ordinal);
}
