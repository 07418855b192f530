using Anonymize.Contingency.Moves;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Suppression;

/// <summary>One alternative that a requirement asks for.</summary>
/// <param name="Cell">The primary cell.</param>
/// <param name="Sign">−1 lower, +1 higher, 0 either.</param>
/// <param name="Amount">By at least this.</param>
/// <param name="Excluded">Changes that do not count, since other goals of the requirement reach them.</param>
/// <param name="Against">Whose records the alternative must leave; null for nobody's.</param>
internal sealed record Goal(int Cell, int Sign, long Amount, long[] Excluded, Insider? Against = null)
{
    /// <summary>Where either way will do: higher by at least this, or lower by at least <see cref="Amount"/>; 0 where one more or less will do.</summary>
    public long Rise { get; init; }

    /// <summary>A cell that is subtracted from <see cref="Cell"/>; −1 for none.</summary>
    public int Less { get; init; } = -1;

    /// <summary>The cells that it is about.</summary>
    public int[] Cells => Less < 0 ? [Cell] : [Cell, Less];

    /// <summary>How far to go one way.</summary>
    public long AmountOf(int sign) => sign > 0 && Rise > 0 ? Rise : Amount;

    public long ChangeBy(CellMove move) => move.At(Cell) - (Less < 0 ? 0 : move.At(Less));

    /// <param name="move">An alternative.</param>
    /// <param name="values">[cell] the truth.</param>
    public bool IsReachedBy(CellMove move, long[] values)
    {
        var change = ChangeBy(move);
        return Sign switch
        {
            < 0 => -change >= Amount,
            > 0 => change >= Amount,
            _ => Rise > 0 ? -change >= Amount || change >= Rise : change != 0 && !Excluded.Contains(change),
        } && Against?.Admits(move, values) != false;
    }

    /// <summary>The same asked for by each of those it is to serve.</summary>
    public IEnumerable<Goal> Singly() => Against is { IsJoint: true } joint ? joint.Columns.Select(c => this with { Against = Insider.Person(c) }) : [this];

    /// <summary>The goals of a requirement: its ends, and values between or beside them until there are enough.</summary>
    public static IEnumerable<Goal> Of(Requirement requirement) => Missing(requirement, []);

    /// <summary>The goals that are left where some changes are reached already.</summary>
    public static IEnumerable<Goal> Missing(Requirement requirement, IReadOnlyCollection<long> changes)
    {
        var reached = new SortedSet<long>(changes) { 0 };
        var goal = new Goal(requirement.Cell, 0, 1, [], requirement.Against) { Less = requirement.Less };
        if (requirement.IsEither)
        {
            if (reached.Min > -requirement.Down && reached.Max < requirement.Up)
            {
                yield return goal with { Amount = requirement.Down, Rise = requirement.Up };
            }

            yield break;
        }

        if (requirement.Down > 0 && reached.Min > -requirement.Down)
        {
            reached.Add(-requirement.Down);
            yield return goal with { Sign = -1, Amount = requirement.Down };
        }

        if (requirement.Up > 0 && reached.Max < requirement.Up)
        {
            reached.Add(requirement.Up);
            yield return goal with { Sign = 1, Amount = requirement.Up };
        }

        if (reached.Count < requirement.Distinct)
        {
            yield return goal with { Excluded = [.. reached.Where(r => r != 0)] };
        }
    }
}
