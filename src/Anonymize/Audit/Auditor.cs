using Anonymize.Attack;
using Anonymize.Protection;
using Publication.Verification;

namespace Anonymize.Audit;

/// <summary>
/// Looks for the alternatives that a requirement needs under the present pattern: first among those already found, then by the solver.
/// What it finds it keeps; what it cannot find counts as unsafe.
/// </summary>
internal sealed class Auditor
{
    private readonly AttackSystem _system;
    private readonly RegionalSolver _solver;
    private readonly PopulationSearch _search;
    private readonly Gluing _gluing;
    private readonly List<Alternative> _found;
    private readonly ILookup<int, int> _rowsOf;
    private readonly Persons _everybody;
    private readonly Persons[] _others;
    private List<Alternative> _usable = [];
    private long _usableAt = -1;

    /// <param name="system">The attacker system.</param>
    /// <param name="solver">Holds which rows are known.</param>
    /// <param name="rows">The solver's rows.</param>
    /// <param name="search">What may be spent, and the alternatives found so far: they are tried first, and what is found is added.</param>
    public Auditor(AttackSystem system, RegionalSolver solver, IReadOnlyList<CellRow> rows, PopulationSearch search)
    {
        _system = system;
        _solver = solver;
        _search = search;
        _gluing = new Gluing(system);
        _rowsOf = rows.Index().SelectMany(r => r.Item.Columns.Select(c => (Column: c, Row: r.Index))).ToLookup(x => x.Column, x => x.Row);
        _everybody = new Persons(system, system.View.Counts);
        _others = [.. system.View.PartnerCounts.Select(p => new Persons(system, [.. system.View.Counts.Zip(p, (all, own) => all - own)]))];
        _found = [.. search.Found.Select(w => AlternativeOf(system.MoveOf(w), w))];
    }

    /// <summary>
    /// True where the requirement holds against its attacker. Otherwise, with <paramref name="touched"/> given and rows priced in the solver,
    /// the rows to hide for the first thing that is missing.
    /// </summary>
    public bool Holds(AuditedRequirement requirement, List<int>? touched = null)
    {
        if (requirement.Support?.All(IsUsable) == true)
        {
            return true;
        }

        var admitted = Usable().Where(requirement.Admits).ToList();
        var holds = requirement.Requirement.Against == Attacker.Person
            ? HoldsForPersons(requirement, admitted, touched)
            : Reaches(requirement, requirement.Requirement.Lower, admitted, [], touched)
              && Distinct(requirement, requirement.Requirement.Distinct, admitted, touched);
        requirement.Support = holds ? Support.Of(requirement, admitted, atom => Inside(requirement, atom)) : null;
        return holds;
    }

    private List<Alternative> Usable()
    {
        if (_usableAt != _solver.Version)
        {
            _usable = _found.FindAll(IsUsable);
            _usableAt = _solver.Version;
        }

        return _usable;
    }

    /// <summary>The alternative leaves every known row as it is.</summary>
    private bool IsUsable(Alternative alternative) =>
        alternative.MovedRows.All(r => _solver[r] == RowState.Hidden) && _solver.Sums.All(s => alternative.Move.Change(s) == 0);

    private bool Reaches(AuditedRequirement requirement, int lower, List<Alternative> admitted, IReadOnlyCollection<int> kept, List<int>? touched)
    {
        var upper = requirement.Requirement.Upper;
        return (requirement.Truth <= lower || admitted.Exists(a => requirement.ValueIn(a) <= lower && Keeps(a, kept))
                || Search(requirement, null, lower - requirement.Truth, admitted, kept, touched))
            && (requirement.Truth >= upper || admitted.Exists(a => requirement.ValueIn(a) >= upper && Keeps(a, kept))
                || Search(requirement, upper - requirement.Truth, null, admitted, kept, touched));
    }

    private bool Distinct(AuditedRequirement requirement, int wanted, List<Alternative> admitted, List<int>? touched)
    {
        while (true)
        {
            var values = admitted.Select(requirement.ValueIn).Append(requirement.Truth).ToHashSet();
            if (values.Count >= wanted)
            {
                return true;
            }

            // One below all that are known, one between them, one above; each search names values that are not known yet, so that this ends.
            var below = values.Min() - 1 - requirement.Truth;
            var between = Enumerable.Range(values.Min(), values.Max() - values.Min()).Where(v => !values.Contains(v)).Select(v => v - requirement.Truth);
            if (!Search(requirement, null, below, admitted, [], touched: null)
                && !between.Any(v => Search(requirement, v, v, admitted, [], touched: null))
                && !Search(requirement, values.Max() + 1 - requirement.Truth, null, admitted, [], touched)
                && !(touched is { Count: 0 } && Search(requirement, null, below, admitted, [], touched)))
            {
                return false;
            }
        }
    }

    /// <summary>
    /// Every person keeps the own record. Those inside the cell never see it empty; a sole person inside has nobody else to learn about.
    /// </summary>
    private bool HoldsForPersons(AuditedRequirement requirement, List<Alternative> admitted, List<int>? touched)
    {
        var lower = requirement.Requirement.Lower;
        if (!Reaches(requirement, lower, admitted, [], touched) || !Distinct(requirement, 2, admitted, touched))
        {
            return false;
        }

        while (Unsettled(requirement, admitted) is { Length: > 0 } persons)
        {
            var group = persons.Where(p => !Inside(requirement, p)).ToArray();
            var together = group.Length > 1 && ReachesKeeping(requirement, lower, admitted, group, touched: null);
            if (together)
            {
                continue;
            }

            foreach (var person in persons)
            {
                var bound = Inside(requirement, person) ? Math.Max(lower, 1) : lower;
                if (!ReachesKeeping(requirement, bound, admitted, [person], touched))
                {
                    return false;
                }
            }

            return true;
        }

        return true;
    }

    private bool ReachesKeeping(AuditedRequirement requirement, int lower, List<Alternative> admitted, int[] kept, List<int>? touched) =>
        Reaches(requirement, lower, admitted, kept, touched) && (requirement.Requirement.Upper != int.MinValue || Changes(requirement, admitted, kept, touched));

    /// <summary>At the level exact: some other value while the persons keep their records.</summary>
    private bool Changes(AuditedRequirement requirement, List<Alternative> admitted, int[] kept, List<int>? touched) =>
        admitted.Exists(a => requirement.ValueIn(a) != requirement.Truth && Keeps(a, kept))
        || Search(requirement, null, -1, admitted, kept, touched: null)
        || Search(requirement, 1, null, admitted, kept, touched);

    /// <summary>Atoms whose persons do not yet see the requirement met, ascending.</summary>
    private int[] Unsettled(AuditedRequirement requirement, List<Alternative> admitted)
    {
        var values = admitted.Select(a => (Alternative: a, Value: requirement.ValueIn(a))).OrderBy(v => v.Value).ToArray();
        return [.. admitted.SelectMany(a => a.Emptied).Distinct().Where(person => !Settled(person)).Order()];

        bool Settled(int person)
        {
            var inside = Inside(requirement, person);
            if (inside && requirement.Truth < 2)
            {
                return true;
            }

            var lowest = Array.Find(values, v => !v.Alternative.Empties(person));
            var highest = Array.FindLast(values, v => !v.Alternative.Empties(person));
            var low = lowest.Alternative is null ? requirement.Truth : Math.Min(lowest.Value, requirement.Truth);
            var high = highest.Alternative is null ? requirement.Truth : Math.Max(highest.Value, requirement.Truth);
            return low <= (inside ? Math.Max(requirement.Requirement.Lower, 1) : requirement.Requirement.Lower)
                && high >= requirement.Requirement.Upper && low != high;
        }
    }

    private bool Inside(AuditedRequirement requirement, int atom) =>
        requirement.Requirement.Minus is null && Array.BinarySearch(requirement.Cell.Columns, _system.ColumnOf(_system.Columns[requirement.Cell.Columns[0]].Clique, _system.View.Atoms[atom])) >= 0;

    private static bool Keeps(Alternative alternative, IReadOnlyCollection<int> kept) => !kept.Any(alternative.Empties);

    private bool Search(
        AuditedRequirement requirement, int? atLeast, int? atMost, List<Alternative> admitted, IReadOnlyCollection<int> kept, List<int>? touched)
    {
        if (_search.Budget.IsExceeded)
        {
            return false;
        }

        var available = (requirement.Requirement.Partner < 0 ? _everybody : _others[requirement.Requirement.Partner]).Without(kept, _system);
        var before = _solver.Work;
        var proposal = new List<int>();
        var move = _solver.Find(new MoveRequest(requirement.Form, atLeast, atMost, available.ByColumn, requirement.Caps), proposal);
        _search.Budget.Spend(_solver.Work - before);
        if (proposal.Count > 0)
        {
            touched?.AddRange(proposal);
            return false;
        }

        if (move is null || _gluing.Glue(move, available.ByAtom) is not { } witness)
        {
            return false;
        }

        var alternative = AlternativeOf(move, witness);
        _found.Add(alternative);
        _usableAt = -1;
        _search.Add(witness);
        admitted.Add(alternative);
        return true;
    }

    private Alternative AlternativeOf(Move move, Witness witness) => new(move, witness, _system.View, MovedRows(move));

    private int[] MovedRows(Move move)
    {
        var changes = new SortedDictionary<int, int>();
        foreach (var (column, delta) in move.Terms)
        {
            foreach (var row in _rowsOf[column])
            {
                changes[row] = changes.GetValueOrDefault(row) + delta;
            }
        }

        return [.. changes.Where(c => !_solver.Admits(c.Key, c.Value)).Select(c => c.Key)];
    }
}
