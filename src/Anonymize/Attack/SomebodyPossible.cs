using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Attack;

/// <summary>
/// Leaves of a person who may exist: the start for somebody whom an alternative adds. Whatever figures depend on is set afterwards; the rest
/// must be possible too.
/// </summary>
internal static class SomebodyPossible
{
    /// <summary>The leaves of a person who is there, or of an invented one where nobody is.</summary>
    public static int[] In(RecordView view, IEnumerable<ImpossibleCombination> impossible)
    {
        if (view.Atoms.Length > 0)
        {
            return view.Atoms[0];
        }

        var combinations = impossible.Select(i => (Last: i.Nodes.Max(n => view.VariableIndex(n.Variable)), Cell: CellPredicate.Compile(i.Nodes, view)))
            .Where(c => c.Cell is not null)
            .ToLookup(c => c.Last, c => c.Cell!);
        var leaves = new int[view.Variables.Count];
        return Extend(0) ? leaves : new int[view.Variables.Count];

        bool Extend(int variable)
        {
            if (variable == leaves.Length)
            {
                return true;
            }

            for (leaves[variable] = 0; leaves[variable] < view.Variables[variable].Leaves.Count; leaves[variable]++)
            {
                if (!combinations[variable].Any(c => c.Contains(leaves)) && Extend(variable + 1))
                {
                    return true;
                }
            }

            leaves[variable] = 0;
            return false;
        }
    }
}
