using System.Globalization;

namespace EndToEnd.Support;

/// <summary>
/// How often tests that kill go round: once, or as often as the variable REPORTING_ROUNDS says. Where steps follow one another on one site, the first round is
/// such a chain, and each further one kills at every step on a site of its own, so that no kill profits from another. How many worlds tests draw by chance: as
/// many as usual, or 100,000 where REPORTING_LONG is 1, or as many as it says.
/// </summary>
internal static class LongRun
{
    private const int LongWorlds = 100_000;

    private static readonly Lock Counting = new();

    public static int Rounds => Number("REPORTING_ROUNDS") ?? 1;

    public static int Worlds(int usual) => Number("REPORTING_LONG") switch
    {
        null or 0 => usual,
        1 => LongWorlds,
        { } given => given,
    };

    /// <summary>Counts kills that nothing was lost or doubled by: a line each in the file that the variable REPORTING_KILLS names, so that a run that is cut off counts too.</summary>
    /// <param name="what">What was under way.</param>
    /// <param name="steps">Where it was killed, on one site.</param>
    public static void Survived(string what, params IEnumerable<object> steps)
    {
        if (Environment.GetEnvironmentVariable("REPORTING_KILLS") is { Length: > 0 } file)
        {
            lock (Counting)
            {
                File.AppendAllLines(file, steps.Select(s => $"{what} {s}"));
            }
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
