using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>What solvers say is added up before it is believed.</summary>
internal static class MoveCheck
{
    /// <summary>Every relation is kept and no room is passed.</summary>
    public static bool Holds(ContingencySystem system, MoveQuestion question, IReadOnlyDictionary<int, long> changes) =>
        changes.All(c => c.Value <= system.RoomUp[c.Key] && -c.Value <= question.RoomDown(system, c.Key))
        && system.Grid.Relations.All(r => r.Parts.Sum(p => changes.GetValueOrDefault(p)) == changes.GetValueOrDefault(r.Whole));
}
