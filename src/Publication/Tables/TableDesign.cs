using System.Collections.ObjectModel;

namespace Publication.Tables;

/// <summary>A table without its figures: which population, restricted how, crossed by which axes in which layout.</summary>
public sealed class TableDesign
{
    public TableDesign(string id, Text title, string population, IEnumerable<Node> where, IEnumerable<Axis> axes)
    {
        Id = id;
        Title = title;
        Population = population;
        Where = new ReadOnlyCollection<Node>([.. where]);
        Axes = new ReadOnlyCollection<Axis>([.. axes]);
        var strides = new int[Axes.Count];
        var size = 1;
        for (var a = Axes.Count - 1; a >= 0; a--)
        {
            strides[a] = size;
            size *= Axes[a].Rows.Count;
        }

        Strides = strides;
        CellCount = size;
    }

    public string Id { get; }

    public Text Title { get; }

    public string Population { get; }

    /// <summary>Restriction of the population (period, status); part of the definition of every cell.</summary>
    public IReadOnlyList<Node> Where { get; }

    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>Number of printed cells, margins included.</summary>
    public int CellCount { get; }

    private int[] Strides { get; }

    /// <summary>Row position on each axis → position of the cell (row-major).</summary>
    public int CellAt(params ReadOnlySpan<int> rows)
    {
        var at = 0;
        for (var a = 0; a < rows.Length; a++)
        {
            at += rows[a] * Strides[a];
        }

        return at;
    }

    /// <summary>Position of the row of an axis for a cell position.</summary>
    public int RowOf(int cell, int axis) => cell / Strides[axis] % Axes[axis].Rows.Count;

    /// <summary>Definition of a printed cell.</summary>
    public CellDefinition DefinitionOf(int cell)
    {
        var nodes = new List<Node>(Where);
        for (var a = 0; a < Axes.Count; a++)
        {
            if (Axes[a].Rows[RowOf(cell, a)].Node is { } node)
            {
                nodes.Add(node);
            }
        }

        return new CellDefinition(Population, nodes);
    }
}
