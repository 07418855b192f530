using Anonymize.Layouts;
using Anonymize.Planning;
using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Protection;

/// <summary>Says for each table what every step of the ladder would have shown, for the analyst's eyes.</summary>
internal static class LadderReport
{
    public static IReadOnlyList<LadderStep> Of(
        PeriodPlan plan, IReadOnlyDictionary<string, Layout> layouts, ReleaseContent content, IReadOnlyDictionary<string, RecordView> records)
    {
        var steps = new List<LadderStep>();
        foreach (var table in plan.Tables)
        {
            if (content.FindTable(table.Id) is not { } published)
            {
                steps.Add(new LadderStep(table.Id, "withheld", 0, IsTaken: true));
                continue;
            }

            var isPooled = published.Design.Axes.Any(a => a.Rows.Any(r => r.IsPooled));
            var isHidden = published.HiddenCount > 0;
            if (isPooled || isHidden)
            {
                steps.Add(new LadderStep(table.Id, "declared", null, IsTaken: false));
            }

            steps.Add(new LadderStep(table.Id, isHidden ? "hidden" : isPooled ? "pooled" : "declared", Shown(published, records[table.Population]), IsTaken: true));
        }

        return steps;
    }

    private static decimal? Shown(PublishedTable table, RecordView view)
    {
        var (shown, all) = (0L, 0L);
        for (var cell = 0; cell < table.Design.CellCount; cell++)
        {
            if (Enumerable.Range(0, table.Design.Axes.Count).Any(a => table.Design.Axes[a].Rows[table.Design.RowOf(cell, a)].IsTotal))
            {
                continue;
            }

            var count = CellPredicate.Compile(table.Design.DefinitionOf(cell).Nodes, view)!.Count(view.Atoms, view.Counts);
            all += count;
            shown += table.Cells[cell].IsShown ? count : 0;
        }

        return all == 0 ? null : Math.Round((decimal)shown / all, 4, MidpointRounding.ToEven);
    }
}
