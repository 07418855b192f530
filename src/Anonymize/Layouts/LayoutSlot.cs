using Anonymize.Planning;
using Publication.Tables;

namespace Anonymize.Layouts;

/// <summary>An axis whose layout is to be chosen, and the one-way table by which it is judged.</summary>
internal sealed record LayoutSlot(TablePlan Table, int AxisPosition)
{
    public AxisPlan Axis => Table.Axes[AxisPosition];

    public string Key => $"{Table.Id}/{AxisPosition}";

    /// <summary>The axis alone, in a layout: what the whole table will print at least.</summary>
    public TableDesign OneWay(Layout layout) => OneWay(AxisRows.Build(Axis, layout.Rows));

    /// <summary>The axis alone, every category in a row of its own.</summary>
    public TableDesign OneWay() => OneWay(AxisRows.Fixed(Axis));

    /// <summary>What a declared category counts in the table.</summary>
    public CellDefinition CellOf(DeclaredCategory category) => new(Table.Population, [.. Table.Where, category.Node]);

    private TableDesign OneWay(Axis axis) => new(Key, Table.Title, Table.Population, Table.Where, [axis]);
}
