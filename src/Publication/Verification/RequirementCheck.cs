namespace Publication.Verification;

/// <summary>Tells whether checked witnesses show that a requirement holds. Plain counting: values of the form over the alternatives that stand.</summary>
internal sealed class RequirementCheck(RecordView view, IReadOnlyList<CheckedWitness> witnesses, Func<Tables.CellDefinition, CellPredicate?> compile)
{
    public bool Holds(Requirement requirement)
    {
        if (compile(requirement.Cell) is not { } cell)
        {
            return false;
        }

        CellPredicate? minus = null;
        if (requirement.Minus is not null && (minus = compile(requirement.Minus)) is null)
        {
            return false;
        }

        var pool = new List<(CellPredicate Member, int Room)>();
        foreach (var definition in requirement.Pool)
        {
            if (compile(definition) is not { } member)
            {
                return false;
            }

            pool.Add((member, requirement.PoolBound - member.Count(view.Atoms, view.Counts)));
        }

        var own = requirement.Partner < 0 ? 0 : Form(cell, minus, view.PartnerCounts[requirement.Partner]);
        var truth = Form(cell, minus, view.Counts) - own;
        // The truth is a possibility too, and everybody keeps the own record in it.
        var standing = new List<(int Value, CheckedWitness? Witness)> { (truth, null) };
        foreach (var witness in witnesses)
        {
            if ((requirement.Partner < 0 || witness.StandsAgainst(requirement.Partner)) && RespectsPool(pool, witness))
            {
                standing.Add((truth + witness.Change(cell) - (minus is null ? 0 : witness.Change(minus)), witness));
            }
        }

        standing.Sort((a, b) => a.Value.CompareTo(b.Value));
        return requirement.Against == Attacker.Person
            ? Covers(requirement with { Distinct = 2 }, standing) && HoldsForEveryPerson(requirement, cell, truth, standing)
            : Covers(requirement, standing);
    }

    private static bool Covers(Requirement requirement, List<(int Value, CheckedWitness? Witness)> standing) =>
        standing[0].Value <= requirement.Lower && standing[^1].Value >= requirement.Upper
        && standing.Select(s => s.Value).Distinct().Count() >= requirement.Distinct;

    /// <summary>
    /// A person keeps the own record in every alternative. Inside the cell the count is then never below one, and the only person inside has
    /// nobody else to learn about.
    /// </summary>
    private bool HoldsForEveryPerson(Requirement requirement, CellPredicate cell, int truth, List<(int Value, CheckedWitness? Witness)> standing)
    {
        foreach (var atom in standing.SelectMany(s => s.Witness?.Emptied ?? []).Distinct())
        {
            var inside = requirement.Minus is null && cell.Contains(view.Atoms[atom]);
            if (inside && truth < 2)
            {
                continue;
            }

            var lowest = standing.Find(s => !IsEmptied(s.Witness, atom)).Value;
            var highest = standing.FindLast(s => !IsEmptied(s.Witness, atom)).Value;
            if (lowest > (inside ? Math.Max(requirement.Lower, 1) : requirement.Lower) || highest < requirement.Upper || lowest == highest)
            {
                return false;
            }
        }

        return true;
    }

    private static bool RespectsPool(List<(CellPredicate Member, int Room)> pool, CheckedWitness witness) => pool.TrueForAll(p => witness.Change(p.Member) <= p.Room);

    private int Form(CellPredicate cell, CellPredicate? minus, int[] weights) =>
        cell.Count(view.Atoms, weights) - (minus is null ? 0 : minus.Count(view.Atoms, weights));

    private static bool IsEmptied(CheckedWitness? witness, int atom)
    {
        foreach (var emptied in witness?.Emptied ?? [])
        {
            if (emptied == atom)
            {
                return true;
            }
        }

        return false;
    }
}
