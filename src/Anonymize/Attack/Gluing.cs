using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>
/// Turns a move of columns into whole persons: which persons change which leaves, so that every clique moves as asked and agrees with its
/// parent on the separator. Touches as few persons as it can, and spares those it is told to spare.
/// </summary>
internal sealed class Gluing
{
    private readonly AttackSystem _system;
    private readonly List<int>[] _atomsOf;

    public Gluing(AttackSystem system)
    {
        _system = system;
        _atomsOf = [.. system.Columns.Select(_ => new List<int>())];
        for (var i = 0; i < system.View.Atoms.Length; i++)
        {
            for (var c = 0; c < system.Tree.Cliques.Length; c++)
            {
                var column = system.ColumnOf(c, system.View.Atoms[i]);
                if (column >= 0)
                {
                    _atomsOf[column].Add(i);
                }
            }
        }
    }

    /// <param name="move">A move that fits the junctions.</param>
    /// <param name="available">Persons of each atom that may be changed.</param>
    /// <returns>The witness, or null where the available persons do not suffice.</returns>
    public Witness? Glue(Move move, int[] available)
    {
        var free = (int[])available.Clone();
        var people = new List<GluedPerson>();
        var need = move.Terms.ToDictionary(t => t.Column, t => t.Delta);
        for (var clique = 0; clique < _system.Tree.Cliques.Length; clique++)
        {
            if (!GlueClique(clique, people, need, free))
            {
                return null;
            }
        }

        return people.TrueForAll(p => p.IsGone || MakePossible(p)) ? WitnessOf(people) : null;
    }

    /// <summary>
    /// Somebody who was given new leaves may not go with what no figure asks about: a link forbids it. That is changed too, where it can be.
    /// </summary>
    private bool MakePossible(GluedPerson person)
    {
        if (!_system.IsImpossible(person.Leaves))
        {
            return true;
        }

        var unasked = person.Columns.SelectMany((column, c) => _system.Tree.Cliques[c].Where((_, i) => !_system.Columns[column].Matters[i])).Distinct().Order().ToArray();
        return Choose(0);

        bool Choose(int at)
        {
            if (at == unasked.Length)
            {
                return !_system.IsImpossible(person.Leaves);
            }

            for (var index = 0; index < _system.Classes.Count(unasked[at]); index++)
            {
                person.Leaves[unasked[at]] = _system.Classes.Representative(unasked[at], index);
                if (Choose(at + 1))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private bool GlueClique(int clique, List<GluedPerson> people, Dictionary<int, int> need, int[] free)
    {
        var isRoot = _system.Tree.Parents[clique] < 0;
        var separator = _system.Tree.Separators[clique];
        var placing = new Dictionary<string, Queue<GluedPerson>>(StringComparer.Ordinal);
        var entering = new HashSet<GluedPerson>();
        foreach (var person in people)
        {
            var old = person.Columns[clique];
            var key = isRoot || person.IsGone ? null : _system.SeparatorKey(person.Columns[_system.Tree.Parents[clique]], separator);
            if (person.IsGone || old < 0 || !string.Equals(key, _system.SeparatorKey(old, separator), StringComparison.Ordinal))
            {
                if (old >= 0)
                {
                    need[old] = need.GetValueOrDefault(old) + 1;
                }

                if (!person.IsGone)
                {
                    Enqueue(placing, key!, person);
                    entering.Add(person);
                }
            }
        }

        foreach (var column in ColumnsIn(clique, need, n => n < 0))
        {
            for (; need[column] < 0; need[column]++)
            {
                if (Take(clique, column, people, entering, free) is not { } person)
                {
                    return false;
                }

                entering.Add(person);
                Enqueue(placing, isRoot ? "" : _system.SeparatorKey(column, separator), person);
            }
        }

        foreach (var column in ColumnsIn(clique, need, n => n > 0))
        {
            for (; need[column] > 0; need[column]--)
            {
                if (!placing.TryGetValue(isRoot ? "" : _system.SeparatorKey(column, separator), out var queue) || !queue.TryDequeue(out var person))
                {
                    if (!isRoot)
                    {
                        return false;
                    }

                    person = new GluedPerson(-1, [.. _system.Somebody], NoColumns());
                    people.Add(person);
                }

                Place(person, clique, column);
            }
        }

        return Leave(isRoot, placing);
    }

    /// <summary>Whoever found no place is not there in this alternative; only the root, where persons come and go, may do that.</summary>
    private static bool Leave(bool isRoot, Dictionary<string, Queue<GluedPerson>> placing)
    {
        foreach (var person in placing.Values.SelectMany(q => q))
        {
            if (!isRoot)
            {
                return false;
            }

            person.IsGone = true;
        }

        return true;
    }

    /// <summary>Somebody of the column: first a person who changes anyway, else one of the largest remaining group of equal persons.</summary>
    private GluedPerson? Take(int clique, int column, List<GluedPerson> people, HashSet<GluedPerson> entering, int[] free)
    {
        foreach (var person in people)
        {
            if (person.Columns[clique] == column && !person.IsGone && !entering.Contains(person))
            {
                return person;
            }
        }

        var best = -1;
        foreach (var atom in _atomsOf[column])
        {
            if (free[atom] > 0 && (best < 0 || free[atom] > free[best]))
            {
                best = atom;
            }
        }

        if (best < 0)
        {
            return null;
        }

        free[best]--;
        var leaves = _system.View.Atoms[best];
        var taken = new GluedPerson(best, [.. leaves], [.. Enumerable.Range(0, _system.Tree.Cliques.Length).Select(c => _system.ColumnOf(c, leaves))]);
        people.Add(taken);
        return taken;
    }

    private void Place(GluedPerson person, int clique, int column)
    {
        var variables = _system.Tree.Cliques[clique];
        var classes = _system.Columns[column].Classes;
        var matters = _system.Columns[column].Matters;
        for (var i = 0; i < variables.Length; i++)
        {
            if (matters[i] && _system.Classes.ClassOf(variables[i], person.Leaves[variables[i]]) != classes[i])
            {
                person.Leaves[variables[i]] = _system.Classes.Representative(variables[i], classes[i]);
            }
        }

        person.Columns[clique] = column;
    }

    private int[] ColumnsIn(int clique, Dictionary<int, int> need, Func<int, bool> wanted) =>
        need.Where(n => wanted(n.Value) && _system.Columns[n.Key].Clique == clique).Select(n => n.Key).Order().ToArray();

    private int[] NoColumns()
    {
        var columns = new int[_system.Tree.Cliques.Length];
        Array.Fill(columns, -1);
        return columns;
    }

    private static void Enqueue(Dictionary<string, Queue<GluedPerson>> placing, string key, GluedPerson person)
    {
        if (!placing.TryGetValue(key, out var queue))
        {
            placing.Add(key, queue = new Queue<GluedPerson>());
        }

        queue.Enqueue(person);
    }

    private Witness WitnessOf(List<GluedPerson> people)
    {
        var deltas = new Dictionary<AtomKey, (int[] Atom, int Delta)>();
        foreach (var person in people)
        {
            if (person.Origin >= 0)
            {
                Count(deltas, _system.View.Atoms[person.Origin], -1);
            }

            if (!person.IsGone)
            {
                Count(deltas, person.Leaves, 1);
            }
        }

        var changes = deltas.Values.Where(d => d.Delta != 0).OrderBy(d => string.Join(',', d.Atom), StringComparer.Ordinal).ToArray();
        return new Witness([.. changes.Select(c => c.Atom)], [.. changes.Select(c => c.Delta)]);
    }

    private static void Count(Dictionary<AtomKey, (int[] Atom, int Delta)> deltas, int[] atom, int delta)
    {
        var key = new AtomKey(atom);
        deltas[key] = (atom, deltas.GetValueOrDefault(key).Delta + delta);
    }
}
