namespace Anonymize.RecordFiles.Hierarchies;

/// <summary>An expected failure of making a hierarchy.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Row">From 1; 0 is the whole.</param>
/// <param name="Level">Level of the category, 0 being the leaf.</param>
public readonly record struct HierarchyFault(HierarchyFaultCode Code, int Row = 0, int Level = 0);
