namespace Anonymize.Contingency.Specs;

/// <summary>A variable: a column of the input whose values are its leaves, and what lies above them.</summary>
/// <param name="Name">The column.</param>
/// <param name="Role">What the variable says about a person.</param>
/// <param name="Parents">Chains of columns, finer to coarser; several chains are several hierarchies over the same leaves.</param>
/// <param name="HierarchyFile">Instead of chains: a file without header, leaf first.</param>
public sealed record VariableSpec(string Name, VariableSpecRole Role, IReadOnlyList<IReadOnlyList<string>> Parents, string? HierarchyFile);
