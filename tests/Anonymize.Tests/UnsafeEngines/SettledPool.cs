using Anonymize.Tests.Properties;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Three categories of four persons each, pooled into twelve, at k = 5.</summary>
internal static class SettledPool
{
    public static Instance Instance
    {
        get
        {
            var variable = SmallWorlds.Variable("a", "a1", "a2", "a3", "large");
            return new Instance
            {
                Variables = [variable],
                Impossible = [],
                Persons = [.. SmallWorlds.Persons(4, 0), .. SmallWorlds.Persons(4, 1), .. SmallWorlds.Persons(4, 2), .. SmallWorlds.Persons(9, 3)],
                Partners = 1,
                Rules = SmallWorlds.Rules(5, poolRuleKnown: true),
                Releases = [[SmallWorlds.OneWay("pooled", variable, ["a1", "a2", "a3"], ["large"])]],
            };
        }
    }
}
