namespace Anonymize.Contingency.Moves;

/// <summary>What a move costs under prices.</summary>
internal static class MoveCosts
{
    public static double Of(CellMove move, double[] prices)
    {
        var cost = 0.0;
        foreach (var cell in move.Cells)
        {
            cost += prices[cell];
        }

        return cost;
    }
}
