using Anonymize.Layouts;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Planning;

/// <summary>A plan → what the gate is to hold the candidate against.</summary>
internal static class Commissions
{
    public static Commission Of(PeriodPlan plan) => new(plan.Variables, plan.Impossible, [.. plan.Tables.Select(DesignOf)]);

    /// <summary>The table as it was ordered: every declared category in a row of its own.</summary>
    public static TableDesign DesignOf(TablePlan table) => new(table.Id, table.Title, table.Population, table.Where, table.Axes.Select(AxisOf));

    private static Axis AxisOf(AxisPlan axis) =>
        AxisRows.Build(axis, axis.Declared.Select(IReadOnlyList<string> (d) => [d.Code]), declaresRows: axis.Layout == AxisLayout.RowsOf);
}
