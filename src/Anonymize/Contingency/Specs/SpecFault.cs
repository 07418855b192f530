namespace Anonymize.Contingency.Specs;

/// <summary>What is wrong with a specification, and where: a path such as <c>tables[0].by</c>. Names of settings and columns, never a value of the input.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">Where in the document.</param>
public readonly record struct SpecFault(SpecFaultKind Kind, string Path);
