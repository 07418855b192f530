using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Moves;

/// <summary>Asks for a move that changes one cell, or the difference of two, by at least an amount and costs as little as may be.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Sign">+1 for a higher alternative, −1 for a lower one.</param>
/// <param name="Amount">At least 1.</param>
/// <param name="Prices">By cell: 0 for what is hidden anyway, infinity for what must not move, else what moving it costs, once, by whatever it moves.</param>
/// <param name="Limit">A move that costs as much or more is of no use.</param>
/// <param name="Against">Whose records must stay where they are; null where nobody's must.</param>
/// <param name="Less">A cell that is subtracted from the other; −1 for none.</param>
internal readonly record struct MoveQuestion(int Cell, int Sign, long Amount, double[] Prices, double Limit, Insider? Against = null, int Less = -1)
{
    /// <summary>The question is about the difference of two cells; either, both or one may move.</summary>
    public bool IsDifference => Less >= 0;

    /// <summary>How far changes go the way that is asked for.</summary>
    public long Gain(IReadOnlyDictionary<int, long> changes) => Sign * (changes.GetValueOrDefault(Cell) - (IsDifference ? changes.GetValueOrDefault(Less) : 0));

    /// <summary>How much lower a cell may become.</summary>
    public long RoomDown(ContingencySystem system, int cell) => Against is null ? system.RoomDown[cell] : Math.Min(system.RoomDown[cell], system.Values[cell] - Against.Own(cell));

    /// <summary>How far the cell of the question may move the way it is asked to; of a difference nothing is known beforehand.</summary>
    public long Room(ContingencySystem system) => IsDifference ? ContingencySystem.Unbounded : Sign > 0 ? system.RoomUp[Cell] : RoomDown(system, Cell);
}
