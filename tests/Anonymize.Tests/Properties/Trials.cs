using System.Globalization;
using Xunit;

namespace Anonymize.Tests.Properties;

/// <summary>Runs properties over seeded worlds, and on failure reports the seed and the smallest world that still fails.</summary>
internal static class Trials
{
    /// <summary>Set to 1, every run takes <see cref="LongWorlds"/> worlds: hours, for a night. A larger number says how many.</summary>
    public const string LongVariable = "REPORTING_LONG";

    private const int LongWorlds = 100_000;

    /// <summary>A long run that is broken off has said how far it came.</summary>
    private const int Interval = 500;

    private static int? Long => int.TryParse(Environment.GetEnvironmentVariable(LongVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
        ? given switch { 0 => null, 1 => LongWorlds, _ => given }
        : null;

    /// <param name="worlds">Usual number of worlds.</param>
    /// <param name="firstSeed">Seeds run from here.</param>
    /// <param name="fault">Null where the property holds; otherwise what went wrong.</param>
    public static Tally Run(int worlds, uint firstSeed, Func<int[], Tally, string?> fault)
    {
        var survey = Judge(worlds, firstSeed, InstanceBuilder.From, (numbers, tally) => fault(numbers, tally) is { } what ? [new Fault("", what)] : []);
        survey.AssertKept("");
        TestContext.Current.TestOutputHelper?.WriteLine(survey.Tally.ToString());
        return survey.Tally;
    }

    /// <summary>As the other, for several promises that one look at a world judges. A broken promise does not end the run; its first world is kept, shrunk.</summary>
    /// <param name="worlds">Usual number of worlds.</param>
    /// <param name="firstSeed">Seeds run from here.</param>
    /// <param name="world">The world of a tape, for the message about one in which something threw.</param>
    /// <param name="faults">The promises that a world breaks.</param>
    public static Survey Judge(int worlds, uint firstSeed, Func<int[], Instance> world, Func<int[], Tally, IEnumerable<Fault>> faults)
    {
        var tally = new Tally();
        var broken = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var seed = firstSeed; seed < firstSeed + (Long ?? worlds); seed++)
        {
            var numbers = Tape.Draw(seed);
            foreach (var fault in Try(numbers, tally, world, faults).Where(f => !broken.ContainsKey(f.Promise)).DistinctBy(f => f.Promise))
            {
                bool Breaks(Fault other) => string.Equals(other.Promise, fault.Promise, StringComparison.Ordinal);
                var smallest = Tape.Shrink(numbers, n => Try(n, new Tally(), world, faults).Exists(Breaks));
                broken.Add(fault.Promise, string.Create(CultureInfo.InvariantCulture, $"Seed {seed}, shrunk: {Try(smallest, new Tally(), world, faults).Find(Breaks)!.What}"));
            }

            tally.Count("worlds");
            if (Long is not null && tally["worlds"] % Interval == 0)
            {
                TestContext.Current.TestOutputHelper?.WriteLine(tally.ToString());
            }
        }

        return new Survey(tally, broken);
    }

    private static List<Fault> Try(int[] numbers, Tally tally, Func<int[], Instance> world, Func<int[], Tally, IEnumerable<Fault>> faults)
    {
        try
        {
            return [.. faults(numbers, tally)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [new Fault(Survey.Crash, $"{e}\n{world(numbers).Describe()}")];
        }
    }
}
