using Anonymize.Tests.Properties;
using Publication.Tables;

namespace Anonymize.Tests.UnsafeEngines;

/// <summary>
/// Farming 7 and 5, begging 2 and 7, construction 6 and 5 women and men: crossed once with begging and farming in one row, once with begging and
/// construction. No printed figure is below five, and the women in begging follow.
/// </summary>
internal static class DifferentUnions
{
    public static Instance Instance
    {
        get
        {
            var sector = SmallWorlds.Variable("sector", "farming", "begging", "construction");
            var group = SmallWorlds.Variable("group", "women", "men");
            Axis Rows(params string[][] rows)
            {
                var axis = SmallWorlds.Axis(sector, rows);
                return new Axis(axis.Variable, axis.Label, axis.Role, axis.Declared, axis.Rows, isAdditive: true, declaresRows: true);
            }

            return SmallWorlds.World(
                SmallWorlds.Rules(5) with { LatentMembers = true },
                [sector, group],
                [
                    .. SmallWorlds.Persons(7, 0, 0), .. SmallWorlds.Persons(5, 0, 1), .. SmallWorlds.Persons(2, 1, 0), .. SmallWorlds.Persons(7, 1, 1),
                    .. SmallWorlds.Persons(6, 2, 0), .. SmallWorlds.Persons(5, 2, 1),
                ],
                SmallWorlds.Table("one", [], Rows(["farming", "begging"], ["construction"]), SmallWorlds.Axis(group)),
                SmallWorlds.Table("other", [], Rows(["farming"], ["begging", "construction"]), SmallWorlds.Axis(group)));
        }
    }
}
