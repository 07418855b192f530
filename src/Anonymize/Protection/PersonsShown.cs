using Publication.Rules;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Shares of persons in shown cells, margins left out; null where the table counts nobody.</summary>
internal static class PersonsShown
{
    /// <summary>In a table with its hidden cells.</summary>
    public static decimal? In(PublishedTable table, RecordView view) => Share(table.Design, view, (cell, _) => table.Cells[cell].IsShown);

    /// <summary>In a design of which nothing is known to be hidden yet: what is left where no rule forbids a cell by itself.</summary>
    public static decimal? AtMost(TableDesign design, RecordView view, RuleSet rules)
    {
        var predicates = new Dictionary<CellDefinition, CellPredicate>();
        CellPredicate Of(CellDefinition cell) => predicates.TryGetValue(cell, out var p) ? p : predicates[cell] = CellPredicate.Compile(cell.Nodes, view)!;
        var alone = rules with { Kappa = -1, PoolRuleKnown = false, LatentMembers = false };
        var forbidden = RequirementCatalogue
            .For(design, alone, c => Of(c).Count(view.Atoms, view.Counts), view.Partners.Count, (c, p) => Of(c).Count(view.Atoms, view.PartnerCounts[p]), new Possibility(view.Variables, []))
            .Select(r => r.Cell)
            .ToHashSet();
        return Share(design, view, (_, definition) => !forbidden.Contains(definition));
    }

    private static decimal? Share(TableDesign design, RecordView view, Func<int, CellDefinition, bool> isShown)
    {
        var (shown, all) = (0L, 0L);
        for (var cell = 0; cell < design.CellCount; cell++)
        {
            if (Enumerable.Range(0, design.Axes.Count).Any(a => design.Axes[a].Rows[design.RowOf(cell, a)].IsTotal))
            {
                continue;
            }

            var definition = design.DefinitionOf(cell);
            var count = CellPredicate.Compile(definition.Nodes, view)!.Count(view.Atoms, view.Counts);
            all += count;
            shown += isShown(cell, definition) ? count : 0;
        }

        return all == 0 ? null : Math.Round((decimal)shown / all, 4, MidpointRounding.ToEven);
    }
}
