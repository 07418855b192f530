using Anonymize.Tests.Properties;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Seven persons, two in each of three categories and one in the fourth, and three tables that pool the fourth with two of the three.</summary>
internal static class ParityWorld
{
    public static Instance Instance
    {
        get
        {
            var variable = SmallWorlds.Variable("a", "a1", "a2", "a3", "s");
            return new Instance
            {
                Variables = [variable],
                Impossible = [],
                Persons = [.. SmallWorlds.Persons(2, 0), .. SmallWorlds.Persons(2, 1), .. SmallWorlds.Persons(2, 2), .. SmallWorlds.Persons(1, 3)],
                Partners = 1,
                Rules = SmallWorlds.Rules(3),
                Releases =
                [
                    [
                        SmallWorlds.OneWay("without a3", variable, ["a1", "a2", "s"], ["a3"]),
                        SmallWorlds.OneWay("without a1", variable, ["a2", "a3", "s"], ["a1"]),
                        SmallWorlds.OneWay("without a2", variable, ["a1", "a3", "s"], ["a2"]),
                    ],
                ],
            };
        }
    }
}
