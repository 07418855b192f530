using Anonymize.Tests.Properties;
using Publication.Tables;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>Two sectors that are one form of exploitation by declaration: 30 and 1 persons, and 12 in another sector and form.</summary>
internal static class LinkedSectors
{
    public static Instance Instance
    {
        get
        {
            var sector = SmallWorlds.Variable("sector", "sex-work", "pornography", "farming", "fishing");
            var form = SmallWorlds.Variable("form", "sexual", "labour");
            return new Instance
            {
                Variables = [sector, form],
                Impossible =
                [
                    ImpossibleCombination.Implication(Properties.Instance.Population, new Node("sector", ["sex-work", "pornography"]), new Node("form", ["sexual"]), ["sexual", "labour"]),
                    ImpossibleCombination.Implication(Properties.Instance.Population, new Node("form", ["sexual"]), new Node("sector", ["sex-work", "pornography"]), sector.Leaves.Select(l => l.Code)),
                ],
                Persons = [.. SmallWorlds.Persons(30, 0, 0), .. SmallWorlds.Persons(1, 1, 0), .. SmallWorlds.Persons(9, 2, 1), .. SmallWorlds.Persons(3, 3, 1)],
                Partners = 1,
                Rules = SmallWorlds.Rules(5),
                Releases =
                [
                    [
                        SmallWorlds.OneWay("sectors", sector, ["sex-work"], ["pornography", "fishing"], ["farming"]),
                        SmallWorlds.OneWay("forms", form, ["sexual"], ["labour"]),
                    ],
                ],
            };
        }
    }
}
