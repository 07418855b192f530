using Publication.Rules;
using Publication.Tables;

namespace Anonymize.Tests.Oracle;

/// <summary>
/// What the rules, as written in <c>docs/rules</c>, ask of one table given the true population. Worked out person by person, from the
/// definitions alone.
/// </summary>
internal sealed class Duties(AtomSpace space, IReadOnlyList<Person> persons, int partners)
{
    private readonly int[] _kinds = [.. persons.Select(space.KindOf)];

    public IEnumerable<Obligation> Of(TableDesign design, RuleSet rules)
    {
        var cells = Cells(design, _ => true).Distinct().ToArray();
        return cells.Where(c => Count(c) >= 1 && Count(c) <= rules.K - 1).SelectMany(c => Rare(c, rules))
            .Concat(cells.SelectMany(c => Residuals(c, rules)))
            .Concat(rules.Kappa < 0 ? [] : Attributes(design, rules))
            .Concat(rules.PoolRuleKnown ? Pools(design, rules) : [])
            .Concat(rules.LatentMembers ? Unprinted(design).Distinct().Where(c => Count(c) >= 1 && Count(c) <= rules.K - 1).SelectMany(c => Unsettled(c, rules)) : []);
    }

    private IEnumerable<Obligation> Rare(UInt128 cell, RuleSet rules)
    {
        yield return Rare(cell, rules, Insight.None, "R1");
        if (!rules.Persons)
        {
            yield break;
        }

        // A person is asked for the two ends alone. Whoever stands in the cell counts for one; whoever stands there alone has nobody to learn about.
        foreach (var kind in _kinds.Distinct())
        {
            var stands = (cell >> kind & 1) == 1;
            if (!stands || Count(cell) > 1)
            {
                var (low, high, _) = Ends(rules);
                yield return new Obligation
                {
                    Name = "R1 person", Region = cell, Low = stands ? Math.Max(low, 1) : low, High = high, Insight = Knows(kind),
                };
            }
        }
    }

    private static Obligation Rare(UInt128 cell, RuleSet rules, Insight insight, string name)
    {
        var (low, high, distinct) = Ends(rules);
        return new Obligation { Name = name, Region = cell, Low = low, High = high, Distinct = distinct, Insight = insight };
    }

    private static (int Low, int High, int Distinct) Ends(RuleSet rules) => rules.Level switch
    {
        ProtectionLevel.Exact => (int.MaxValue, int.MinValue, 2),
        ProtectionLevel.Band => (0, rules.K - 1, Math.Min(3, rules.K)),
        _ => (0, rules.K, Math.Min(3, rules.K)),
    };

    /// <summary>A crossed table adds up categories into rows: each category by itself, wherever the crossing says more than "all".</summary>
    private IEnumerable<UInt128> Unprinted(TableDesign design) =>
        from axis in design.Axes
        where axis.DeclaresRows
        from category in axis.Declared
        where axis.Rows.All(r => r.Members.Count != 1 || r.Members[0] != category.Code)
        from cell in Cells(design, other => design.Axes[other] != axis).Where(c => c != space.Region(design.Where))
        select cell & space.Region([category.Node]);

    /// <summary>Nobody may be sure of the number; somebody who stands there alone has nobody to learn about.</summary>
    private IEnumerable<Obligation> Unsettled(UInt128 cell, RuleSet rules) =>
        (rules.Persons ? _kinds.Distinct().Where(kind => (cell >> kind & 1) == 0 || Count(cell) > 1).Select(Knows).Prepend(Insight.None) : [Insight.None])
        .Select(insight => new Obligation { Name = "R9 " + insight.Name, Region = cell, Low = int.MaxValue, High = int.MinValue, Distinct = 2, Insight = insight });

    private IEnumerable<Obligation> Residuals(UInt128 cell, RuleSet rules)
    {
        for (var p = 0; p < partners; p++)
        {
            var others = persons.Where((person, i) => !person.KnownTo[p] && (cell >> _kinds[i] & 1) == 1).Count();
            if (others >= 1 && others <= rules.Rho - 1)
            {
                yield return new Obligation { Name = $"R5 partner {p}", Region = cell, Low = 0, High = rules.Rho - 1, Insight = OfPartner(p) };
            }
        }
    }

    private IEnumerable<Obligation> Attributes(TableDesign design, RuleSet rules)
    {
        for (var a = 0; a < design.Axes.Count; a++)
        {
            var axis = design.Axes[a];
            var all = axis.Declared.SelectMany(d => d.Node.Leaves.Select(l => (d.Node.Variable, l))).ToHashSet();
            if (axis.Role != VariableRole.Sensitive || axis.Declared.Count < 2)
            {
                continue;
            }

            var parts = axis.Rows.Where(r => r.Node is not null && !all.SetEquals(r.Node.Leaves.Select(l => (r.Node.Variable, l)))).Select(r => r.Node!)
                .Concat(axis.DeclaresRows ? [] : axis.Declared.Select(d => d.Node))
                .Select(n => space.Region([n]))
                .Distinct();
            foreach (var (whole, part) in Cells(design, other => other != a).Distinct().SelectMany(_ => parts, (w, p) => (w, p)))
            {
                // "Nearly everybody in the whole has the attribute": the few who have not must not be pinned down. Where the world knows that there
                // can be none (a declared link), nothing is learnt.
                var without = whole & ~part;
                if (without != 0 && Count(whole) >= 1 && Count(without) <= rules.Kappa)
                {
                    foreach (var insight in rules.Persons ? _kinds.Distinct().Select(Knows).Prepend(Insight.None) : [Insight.None])
                    {
                        yield return new Obligation
                        {
                            Name = "R3 " + insight.Name, Region = without, Low = rules.Kappa, High = rules.Kappa + 1 + rules.Slack, Insight = insight,
                        };
                    }
                }
            }
        }
    }

    private IEnumerable<Obligation> Pools(TableDesign design, RuleSet rules)
    {
        foreach (var axis in design.Axes.Where(a => a.IsAdditive && !a.DeclaresRows))
        {
            foreach (var row in axis.Rows.Where(r => r.Members.Count > 1))
            {
                var members = axis.Declared.Where(d => row.Members.Contains(d.Code)).Select(d => space.Region([.. design.Where, d.Node])).ToArray();
                if (members.All(m => Count(m) < rules.K))
                {
                    var insight = new Insight { Name = "pool rule", Caps = [.. members.Select(m => (m, rules.K - 1))] };
                    var (low, _, distinct) = Ends(rules);
                    foreach (var member in members.Where(m => Count(m) >= 1))
                    {
                        yield return new Obligation
                        {
                            Name = "pool",
                            Region = member,
                            Low = low,
                            High = rules.Level == ProtectionLevel.Exact ? int.MinValue : rules.K - 1,
                            Distinct = distinct,
                            Insight = insight,
                        };
                    }
                }
            }
        }
    }

    /// <summary>On each crossed axis everything printed, everything declared, or all of it.</summary>
    private IEnumerable<UInt128> Cells(TableDesign design, Func<int, bool> crosses)
    {
        IEnumerable<UInt128> cells = [space.Region(design.Where)];
        foreach (var axis in design.Axes.Where((_, a) => crosses(a)))
        {
            var choices = axis.Rows.Where(r => r.Node is not null).Select(r => r.Node!).Concat(axis.DeclaresRows ? [] : axis.Declared.Select(d => d.Node))
                .Select(n => space.Region([n])).Append(space.Everyone).Distinct().ToArray();
            cells = cells.SelectMany(_ => choices, (cell, choice) => cell & choice);
        }

        return cells;
    }

    private int Count(UInt128 region) => _kinds.Count(k => (region >> k & 1) == 1);

    private Insight Knows(int kind) =>
        new() { Name = "person", Records = [.. Enumerable.Range(0, space.Atoms.Count).Select(a => a == kind ? 1 : 0)] };

    private Insight OfPartner(int partner) => new()
    {
        Name = $"partner {partner}",
        SubtractsRecords = true,
        Records = [.. Enumerable.Range(0, space.Atoms.Count).Select(a => persons.Where((p, i) => p.KnownTo[partner] && _kinds[i] == a).Count())],
    };
}
