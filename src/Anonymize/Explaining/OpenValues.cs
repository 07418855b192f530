using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Explaining;

/// <summary>What a certificate shows to be possible for a cell: the true count, and the count in each of its alternatives.</summary>
internal sealed class OpenValues(RecordView view, IReadOnlyList<Witness> witnesses)
{
    /// <returns>How many different counts, and the distance between the smallest and the largest; one and zero where nothing else is shown to be possible.</returns>
    public (int Possible, int Width) Of(CellDefinition cell)
    {
        if (CellPredicate.Compile(cell.Nodes, view) is not { } predicate)
        {
            return (1, 0);
        }

        // The truth changes nothing: its change is zero.
        var changes = witnesses.Select(w => predicate.Count(w.Atoms, w.Deltas)).Append(0).Distinct().ToArray();
        return (changes.Length, changes.Max() - changes.Min());
    }
}
