using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>An alternative that has been found: as a move, as whole persons, and against whom it stands.</summary>
internal sealed class Alternative
{
    private readonly bool[] _stands;

    public Alternative(Move move, Witness witness, RecordView view, int[] movedRows)
    {
        MovedRows = movedRows;
        Move = move;
        Witness = witness;
        _stands = new bool[view.Partners.Count];
        Array.Fill(_stands, true);
        var emptied = new List<int>();
        for (var m = 0; m < witness.Atoms.Length; m++)
        {
            var atom = view.IndexOf(witness.Atoms[m]);
            if (atom < 0)
            {
                continue;
            }

            var left = view.Counts[atom] + witness.Deltas[m];
            if (left == 0)
            {
                emptied.Add(atom);
            }

            for (var p = 0; p < _stands.Length; p++)
            {
                _stands[p] &= left >= view.PartnerCounts[p][atom];
            }
        }

        Emptied = [.. emptied.Order()];
    }

    public Move Move { get; }

    public Witness Witness { get; }

    /// <summary>Positions of the rows that do not admit the move where they are known.</summary>
    public int[] MovedRows { get; }

    /// <summary>Atoms that lose everybody, ascending.</summary>
    public int[] Emptied { get; }

    /// <summary>No person of the atom keeps the record.</summary>
    public bool Empties(int atom) => Array.BinarySearch(Emptied, atom) >= 0;

    public bool StandsAgainst(int partner) => _stands[partner];

    public override string ToString() => nameof(Alternative);
}
