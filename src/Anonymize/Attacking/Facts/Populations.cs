using Anonymize.Attacking.Telling;

namespace Anonymize.Attacking.Facts;

/// <summary>
/// Which tables count the same people. Equal labels in equally named variables are the same cell unless shown values conflict: a table joins the
/// population with which it agrees most, and founds one of its own where it conflicts with all.
/// </summary>
internal sealed class Populations
{
    private readonly List<List<TableIndex>> _groups = [];
    private readonly Assumptions _assumptions;

    private Populations(Assumptions assumptions) => _assumptions = assumptions;

    public static IReadOnlyList<IReadOnlyList<TableIndex>> Of(IReadOnlyList<TableIndex> tables, Assumptions assumptions)
    {
        var populations = new Populations(assumptions);
        foreach (var table in tables)
        {
            populations.Add(table);
        }

        return populations._groups;
    }

    private void Add(TableIndex table)
    {
        (List<TableIndex> Group, int Agree, List<(TableIndex Other, string Key)> Conflicts)? best = null;
        foreach (var group in _groups.Where(g => g.All(o => MayShare(o, table))))
        {
            var (agree, found) = Compare(group, table);
            var conflicts = WithoutAddedUp(table, found);
            var isRevision = agree >= 5 && conflicts.Count * 9 <= agree;
            if ((conflicts.Count == 0 || isRevision) && (best is null || agree > best.Value.Agree))
            {
                best = (group, agree, conflicts);
            }
        }

        if (best is not { } joined)
        {
            if (_groups.Count > 0)
            {
                _assumptions.Add("separatePopulation", table.Table.File, table.Table.Id);
            }

            _groups.Add([table]);
            return;
        }

        if (joined.Conflicts.Count > 0)
        {
            table.Apart.UnionWith(joined.Conflicts.Select(c => c.Key));
            _assumptions.Add("revisedCells", table.Table.File, table.Table.Id, joined.Conflicts.Count);
        }

        if (joined.Group.Any(g => g.KeySet.Overlaps(table.KeySet)))
        {
            _assumptions.Add("samePopulation", table.Table.File, table.Table.Id);
        }

        joined.Group.Add(table);
    }

    private static bool MayShare(TableIndex one, TableIndex other) =>
        one.Table.Scale == other.Table.Scale
        && (one.Table.Population is null || other.Table.Population is null || string.Equals(one.Table.Population, other.Table.Population, StringComparison.Ordinal))
        && (one.Periods.Count == 0 || other.Periods.Count == 0 || one.Periods.Overlaps(other.Periods));

    private static (int Agree, List<(TableIndex Other, string Key)> Conflicts) Compare(List<TableIndex> group, TableIndex table)
    {
        var agree = 0;
        var conflicts = new List<(TableIndex, string)>();
        foreach (var (key, value) in table.Shown)
        {
            if (group.FirstOrDefault(g => g.Shown.ContainsKey(key) && !g.AddedUp.Contains(key)) is not { } other)
            {
                continue;
            }

            if (other.Shown[key] != value)
            {
                conflicts.Add((other, key));
            }
            else if (value > 0)
            {
                agree++;
            }
        }

        return (agree, conflicts);
    }

    /// <summary>A margin that a program added up over shown cells conflicts with the true total; it is the one that gives way.</summary>
    private List<(TableIndex Other, string Key)> WithoutAddedUp(TableIndex table, List<(TableIndex Other, string Key)> conflicts)
    {
        if (conflicts.Count == 0)
        {
            return conflicts;
        }

        var own = table.SumsOfShown().ToHashSet(StringComparer.Ordinal);
        var theirs = conflicts.Select(c => c.Other).Distinct().ToDictionary(o => o, o => o.SumsOfShown().ToHashSet(StringComparer.Ordinal));
        var isOwn = conflicts.All(c => own.Contains(c.Key) && table.Shown[c.Key] < c.Other.Shown[c.Key]);
        var isTheirs = conflicts.All(c => theirs[c.Other].Contains(c.Key) && c.Other.Shown[c.Key] < table.Shown[c.Key]);
        if (!isOwn && !isTheirs)
        {
            return conflicts;
        }

        foreach (var (added, keys) in isOwn ? [(table, own)] : theirs.Select(t => (t.Key, t.Value)))
        {
            added.AddedUp.UnionWith(keys);
            _assumptions.Add("addedUp", added.Table.File, added.Table.Id, keys.Count);
        }

        return [];
    }
}
