using System.Globalization;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Runs a property over seeded worlds, and on failure reports the smallest world that still fails.</summary>
internal static class Trials
{
    /// <summary>How many times the usual number of worlds a run takes; set for the nightly run.</summary>
    public const string FactorVariable = "REPORTING_TRIALS";

    /// <param name="worlds">Usual number of worlds.</param>
    /// <param name="firstSeed">Seeds run from here.</param>
    /// <param name="fault">Null where the property holds; otherwise what went wrong.</param>
    public static Tally Run(int worlds, uint firstSeed, Func<int[], Tally, string?> fault)
    {
        var tally = new Tally();
        var factor = int.TryParse(Environment.GetEnvironmentVariable(FactorVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var f) ? f : 1;
        for (var seed = firstSeed; seed < firstSeed + (worlds * factor); seed++)
        {
            var numbers = Tape.Draw(seed);
            if (Try(numbers, tally, fault) is not null)
            {
                var smallest = Tape.Shrink(numbers, n => Try(n, new Tally(), fault) is not null);
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, shrunk: {Try(smallest, new Tally(), fault)}"));
            }

            tally.Count("worlds");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
        return tally;
    }

    private static string? Try(int[] numbers, Tally tally, Func<int[], Tally, string?> fault)
    {
        try
        {
            return fault(numbers, tally);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"{e}\n{InstanceBuilder.From(numbers).Describe()}";
        }
    }
}
