namespace Anonymize.Contingency.Specs;

/// <summary>A variable: a column of the input whose values are its leaves, and what lies above them.</summary>
/// <param name="Name">The column.</param>
/// <param name="Role">What the variable says about a person.</param>
/// <param name="Parents">Chains of columns, finer to coarser; several chains are several hierarchies over the same leaves.</param>
/// <param name="HierarchyFile">Instead of chains: a file without header, leaf first.</param>
public sealed record VariableSpec(string Name, VariableSpecRole Role, IReadOnlyList<IReadOnlyList<string>> Parents, string? HierarchyFile)
{
    /// <summary>What stands between the categories where a person has several; null where everybody has one. A category then counts the persons who have it, and the Total counts persons.</summary>
    public string? Multiple { get; init; }

    /// <summary>Nobody has more categories than this, as everybody knows; 0 where nothing is known.</summary>
    public int AtMost { get; init; }

    /// <summary>Tables may pool its categories, or show a group for its members.</summary>
    public bool IsPooled { get; init; }
}
