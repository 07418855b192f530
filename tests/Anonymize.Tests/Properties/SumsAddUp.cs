using Anonymize.Tests.Oracle;
using Publication.Tables;

namespace Anonymize.Tests.Properties;

/// <summary>
/// §11.5: every shown figure is the number of persons counted one by one, so that figures add up over rows, tables and quarters; and where a
/// table shows a Total and every row that it sums, they add up as printed.
/// </summary>
internal static class SumsAddUp
{
    public static string? Fault(Judged judged, Tally tally)
    {
        var space = judged.Instance.Space;
        var kinds = judged.Instance.Persons.Select(space.KindOf).ToArray();
        foreach (var fact in PublicFacts.Of(space, [judged.Content], []))
        {
            tally.Count("figures recounted");
            if (kinds.Count(k => (fact.Region >> k & 1) == 1) != fact.Low)
            {
                return $"a figure is not the number of its persons\n{judged.Describe()}";
            }
        }

        return judged.Content.Tables.FirstOrDefault(t => IsWrong(t, tally)) is { } table ? $"{table.Design.Id} does not add up\n{judged.Describe()}" : null;
    }

    private static bool IsWrong(PublishedTable table, Tally tally)
    {
        var design = table.Design;
        for (var a = 0; a < design.Axes.Count; a++)
        {
            if (!design.Axes[a].IsAdditive)
            {
                continue;
            }

            foreach (var line in Enumerable.Range(0, design.CellCount).GroupBy(c => string.Join(',', Enumerable.Range(0, design.Axes.Count).Where(x => x != a).Select(x => design.RowOf(c, x)))))
            {
                var cells = line.ToLookup(c => design.Axes[a].Rows[design.RowOf(c, a)].IsTotal, c => table.Cells[c]);
                if (cells[true].Any() && line.All(c => table.Cells[c].IsShown))
                {
                    tally.Count("sums checked");
                    if (cells[true].Single().Value != cells[false].Sum(c => c.Value))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
