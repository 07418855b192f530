using System.Globalization;

namespace EndToEnd.Support;

/// <summary>How often tests that kill go round: once, or as often as the variable REPORTING_ROUNDS says.</summary>
internal static class LongRun
{
    public static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("REPORTING_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 1;
}
