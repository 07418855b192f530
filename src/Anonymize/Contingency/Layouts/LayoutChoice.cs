using Anonymize.Contingency.Specs;
using Anonymize.Contingency.Systems;

namespace Anonymize.Contingency.Layouts;

/// <summary>The layouts that were chosen, as part of the specification.</summary>
/// <param name="Spec">The specification with its rows.</param>
/// <param name="Tables">The tables by their declared cells.</param>
/// <param name="Layouts">[slot] the layout.</param>
/// <param name="Worth">What layouts show.</param>
/// <param name="Tried">Layouts that were protected to see what they show.</param>
/// <param name="Reach">What was searched to its end.</param>
/// <param name="Bound">No layout and no safe pattern shows more.</param>
internal sealed record LayoutChoice(
    ContingencySpec Spec, IReadOnlyList<LayoutTable> Tables, int[][] Layouts, LayoutWorth Worth, int Tried, LayoutReach Reach, double Bound)
{
    /// <summary>What the tables show in the end.</summary>
    public LayoutSummary Summary(ContingencySystem system, bool[] isHidden)
    {
        var shown = Worth.Shown(system, isHidden, Layouts);
        return new LayoutSummary(
            [.. Tables.Select((t, i) => DetailOf(t, system.Tables[i], isHidden, Worth.RowsOf(i, Layouts)))],
            Tried,
            Reach,
            Share(shown, Worth.All),
            Share(Math.Max(Bound, shown), Worth.All));
    }

    private static TableDetail DetailOf(LayoutTable table, ContingencyTable printed, bool[] isHidden, int[][] rows)
    {
        var cells = table.CellsIn(printed, rows);
        var (persons, _, members) = table.Crossings(rows);
        long[] shown = [.. persons.Select((n, crossing) => members[crossing] > 0 && !isHidden[cells[crossing]] ? n : 0)];
        var all = table.Persons.Sum();
        return new TableDetail(
            table.Spec.Id,
            printed.Cells.Count(c => isHidden[c]),
            !table.IsAdditive || LayoutWorth.IsTotalHidden(printed, isHidden) ? null : Share(shown.Where((_, crossing) => members[crossing] == 1).Sum(), all),
            !table.IsAdditive ? null : Share(shown.Select((n, crossing) => members[crossing] > 1 ? (double)n / members[crossing] : n).Sum(), all));
    }

    private static double Share(double part, double all) => all > 0 ? Math.Round(part / all, 4, MidpointRounding.ToEven) : 1;
}
