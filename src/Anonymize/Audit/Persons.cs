using Anonymize.Attack;

namespace Anonymize.Audit;

/// <summary>Persons whose records an alternative may change: by atom and by column.</summary>
internal sealed class Persons
{
    public Persons(AttackSystem system, int[] byAtom)
        : this(byAtom, system.Weigh(byAtom))
    {
    }

    private Persons(int[] byAtom, int[] byColumn)
    {
        ByAtom = byAtom;
        ByColumn = byColumn;
    }

    public int[] ByAtom { get; }

    public int[] ByColumn { get; }

    /// <summary>The same without one person of each of some atoms.</summary>
    public Persons Without(IReadOnlyCollection<int> atoms, AttackSystem system)
    {
        if (atoms.Count == 0)
        {
            return this;
        }

        var byAtom = (int[])ByAtom.Clone();
        var byColumn = (int[])ByColumn.Clone();
        foreach (var atom in atoms)
        {
            byAtom[atom]--;
            for (var c = 0; c < system.Tree.Cliques.Length; c++)
            {
                byColumn[system.ColumnOf(c, system.View.Atoms[atom])]--;
            }
        }

        return new Persons(byAtom, byColumn);
    }

    public override string ToString() => nameof(Persons);
}
