using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Suppression;

/// <summary>One alternative that a requirement asks for.</summary>
/// <param name="Cell">The primary cell.</param>
/// <param name="Sign">−1 lower, +1 higher, 0 either.</param>
/// <param name="Amount">By at least this.</param>
/// <param name="Excluded">Changes that do not count, since other goals of the requirement reach them.</param>
internal sealed record Goal(int Cell, int Sign, long Amount, long[] Excluded)
{
    public bool IsReachedBy(CellMove move)
    {
        var change = move.At(Cell);
        return Sign switch
        {
            < 0 => -change >= Amount,
            > 0 => change >= Amount,
            _ => change != 0 && !Excluded.Contains(change),
        };
    }

    /// <summary>The goals of a requirement: its ends, and values between or beside them until there are enough.</summary>
    public static IEnumerable<Goal> Of(Requirement requirement)
    {
        var reached = new List<long> { 0 };
        if (requirement.Down > 0)
        {
            reached.Add(-requirement.Down);
            yield return new Goal(requirement.Cell, -1, requirement.Down, []);
        }

        if (requirement.Up > 0)
        {
            reached.Add(requirement.Up);
            yield return new Goal(requirement.Cell, 1, requirement.Up, []);
        }

        if (reached.Count < requirement.Distinct)
        {
            yield return new Goal(requirement.Cell, 0, 1, [.. reached.Where(r => r != 0)]);
        }
    }
}
