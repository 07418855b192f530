namespace Anonymize.Contingency.Moves;

/// <summary>Asks for a move that changes one cell by at least an amount and costs as little as may be.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Sign">+1 for a higher alternative, −1 for a lower one.</param>
/// <param name="Amount">At least 1.</param>
/// <param name="Prices">By cell: 0 for what is hidden anyway, infinity for what must not move, else what moving it costs, once, by whatever it moves.</param>
/// <param name="Limit">A move that costs as much or more is of no use.</param>
internal readonly record struct MoveQuestion(int Cell, int Sign, long Amount, double[] Prices, double Limit);
