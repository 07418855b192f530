namespace Host.Quarters;

/// <summary>Whether a number of records is what a partner usually gives: between half and double of it, or less than five records away.</summary>
internal static class Plausibility
{
    /// <summary>Earlier periods that are compared with, at most.</summary>
    public const int Periods = 4;

    /// <summary>Nearer than this many records to the usual number nothing is unusual: small numbers jump by themselves.</summary>
    public const int Least = 5;

    private const decimal Half = 0.5m;
    private const decimal Twice = 2m;

    /// <param name="records">Number in question.</param>
    /// <param name="usual">Mean of earlier periods; null where there is none.</param>
    public static bool IsUnusual(int records, decimal? usual) =>
        usual is { } mean && Math.Abs(records - mean) >= Least && (records < mean * Half || records > mean * Twice);
}
