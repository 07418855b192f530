using System.Globalization;

namespace EndToEnd.Support;

/// <summary>
/// How often tests that kill go round: once, or as often as the variable REPORTING_ROUNDS says. Where steps follow one another on one site, the first round is
/// such a chain, and each further one kills at every step on a site of its own, so that no kill profits from another.
/// </summary>
internal static class LongRun
{
    public static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("REPORTING_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 1;
}
