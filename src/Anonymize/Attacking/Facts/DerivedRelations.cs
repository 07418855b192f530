using System.Globalization;

namespace Anonymize.Attacking.Facts;

/// <summary>What columns of shares and changes say about hidden cells, now that totals are known from all tables.</summary>
internal static class DerivedRelations
{
    public static IEnumerable<Relation> Of(CellSystem system, int table)
    {
        var read = system.Tables[table].Table;
        foreach (var fact in read.Derived)
        {
            var (part, whole) = (system.CellOf[table][fact.Part], system.CellOf[table][fact.Base]);
            if (part == whole || (system.Cells[part].IsKnown && system.Cells[whole].IsKnown))
            {
                continue;
            }

            if (!fact.IsShare)
            {
                yield return new Relation([(part, 1), (whole, -1)], read.Scaled(fact.Low), read.Scaled(fact.High), RelationKind.Change, table, Text(fact.Low), 2);
            }
            else if (system.Cells[whole].Value is { } all and > 0)
            {
                yield return new Relation(
                    [(part, 1)], (long)Math.Ceiling(fact.Low * all), (long)Math.Floor(fact.High * all), RelationKind.Share, table, Text((fact.Low + fact.High) * 50), 2);
            }
        }
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
