namespace Publication.Verification;

/// <summary>A witness that has been checked against records, facts and impossibilities, with what matters to each attacker worked out.</summary>
internal sealed class CheckedWitness
{
    private readonly Witness _witness;
    private readonly bool[] _standsAgainstPartner;

    private CheckedWitness(Witness witness, IReadOnlyList<int> emptied, bool[] standsAgainstPartner)
    {
        _witness = witness;
        Emptied = emptied;
        _standsAgainstPartner = standsAgainstPartner;
    }

    /// <summary>Atoms that hold somebody in truth and nobody in this alternative: their persons know that it is not so. Ascending.</summary>
    public IReadOnlyList<int> Emptied { get; }

    /// <summary>The alternative leaves every record of the partner in place.</summary>
    public bool StandsAgainst(int partner) => _standsAgainstPartner[partner];

    /// <summary>What the alternative adds to a cell.</summary>
    public int Change(CellPredicate cell) => cell.Count(_witness.Atoms, _witness.Deltas);

    /// <summary>Null where the witness is no alternative: it changes a fact, removes persons who are not there, or makes an impossible one.</summary>
    public static CheckedWitness? Check(
        Witness witness, RecordView view, IReadOnlyList<(CellPredicate Cell, int Slack, int Room)> facts, IReadOnlyList<CellPredicate> impossible)
    {
        var emptied = new List<int>();
        var standing = new bool[view.Partners.Count];
        Array.Fill(standing, true);
        var seen = new HashSet<AtomKey>();
        if (witness.Atoms.Length != witness.Deltas.Length || !IsCountable(witness, view))
        {
            return null;
        }

        for (var m = 0; m < witness.Atoms.Length; m++)
        {
            var atom = witness.Atoms[m];
            var delta = witness.Deltas[m];
            if (!IsAtom(atom, view) || !seen.Add(new AtomKey(atom)))
            {
                return null;
            }

            var at = view.IndexOf(atom);
            var left = (at < 0 ? 0 : view.Counts[at]) + delta;
            if (left < 0 || (delta > 0 && impossible.Any(i => i.Contains(atom))))
            {
                return null;
            }

            if (at >= 0 && left == 0)
            {
                emptied.Add(at);
            }

            for (var p = 0; p < standing.Length; p++)
            {
                standing[p] &= at < 0 || left >= view.PartnerCounts[p][at];
            }
        }

        foreach (var (cell, slack, room) in facts)
        {
            var change = cell.Count(witness.Atoms, witness.Deltas);
            if (change < -slack || change > room)
            {
                return null;
            }
        }

        emptied.Sort();
        return new CheckedWitness(witness, emptied, standing);
    }

    /// <summary>No sum over the alternative can leave the range of a count, so that nothing below wraps around.</summary>
    private static bool IsCountable(Witness witness, RecordView view) =>
        witness.Deltas.Sum(d => Math.Abs((long)d)) + view.Counts.Sum(c => (long)c) <= int.MaxValue;

    private static bool IsAtom(int[] atom, RecordView view)
    {
        if (atom.Length != view.Variables.Count)
        {
            return false;
        }

        for (var v = 0; v < atom.Length; v++)
        {
            if (atom[v] < 0 || atom[v] >= view.Variables[v].Leaves.Count)
            {
                return false;
            }
        }

        return true;
    }
}
