using Anonymize.Planning;
using Publication.Tables;

namespace Anonymize.Layouts;

/// <summary>An axis whose layout is to be chosen, and the one-way table by which it is judged.</summary>
internal sealed record LayoutSlot(TablePlan Table, int AxisPosition)
{
    public AxisPlan Axis => Table.Axes[AxisPosition];

    public string Key => $"{Table.Id}/{AxisPosition}";

    /// <summary>The axis alone, in a layout: what the whole table will print at least.</summary>
    public TableDesign OneWay(Layout layout) => new(Key, Table.Title, Table.Population, Table.Where, [AxisRows.Build(Axis, layout.Rows)]);
}
